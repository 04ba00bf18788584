import { codec, defined, sorted, type Manifest } from '../../../src/dialects/common/codec';
import type { Named } from '../../../src/dialects/common/wire';
import type { ResourceRecord } from '../../../src/model/resource';

interface Door extends ResourceRecord {
  readonly colour?: string;
  readonly width?: number;
}

const SHAPE = { spec: { colour: 'text', color: 'text', width: 'number' } } as const;

const spelling = (apiVersion: string) =>
  codec<Door, typeof SHAPE, Named>({
    apiVersion,
    kind: 'Door',
    shape: SHAPE,
    write: ({ colour, width }) => ({ spec: defined({ colour, width }) }),
    read: ({ spec = {} }) => defined({ colour: spec.colour, width: spec.width }),
    plain: ({ spec, ...object }) => {
      if (!spec) return object;
      const { color, ...others } = spec;
      return { ...object, spec: defined({ ...others, colour: spec.colour ?? color }) };
    },
  });

const doors = spelling('example.com/v1');
const laterDoors = spelling('example.com/v2');

const door = (spec: object, metadata: object = {}): Manifest => ({
  apiVersion: 'example.com/v1',
  kind: 'Door',
  metadata: { name: 'front', ...metadata },
  spec,
});

describe('what a reader does not understand', () => {
  const handle = door({ colour: 'red', handle: { left: true } });

  it('is kept beside the record, and written back', () => {
    const record = doors.read(handle);
    expect(record).toEqual({
      name: 'front',
      colour: 'red',
      rest: {
        apiVersion: 'example.com/v1',
        parts: [{ at: ['spec'], was: {}, is: { handle: { left: true } } }],
      },
    });
    expect(doors.write(record)).toEqual(handle);
  });

  it('is adopted by another API that has a place for it, and written by none but its own', () => {
    const record = doors.read(handle);
    expect(laterDoors.adopt(record)).toEqual({ ...handle, apiVersion: 'example.com/v2' });
    expect(laterDoors.write(record)).toEqual({ ...door({ colour: 'red' }), apiVersion: 'example.com/v2' });
  });

  it('has no place where the record says otherwise by then, and is told by where it stood', () => {
    const malformed = doors.read(door({ colour: 'red', width: 'wide' }));
    expect(doors.write(malformed)).toEqual(door({ colour: 'red', width: 'wide' }));
    const edited = { ...malformed, width: 2 };
    expect(doors.write(edited)).toEqual(door({ colour: 'red', width: 2 }));
    expect(doors.unplaced(edited)).toEqual([{ path: ['spec', 'width'], value: 'wide' }]);
    expect(doors.unplaced(malformed)).toEqual([]);
  });

  it('may be metadata', () => {
    const owned = door({ colour: 'red' }, { finalizers: ['example.com/keep'], labels: {}, generation: 3 });
    expect(doors.write(doors.read(owned))).toEqual(owned);
  });

  it('is not changed by what becomes of the object that is written', () => {
    const record = doors.read(handle);
    const written = doors.write(record) as Manifest & { spec: { handle: { left: boolean } } };
    written.spec.handle.left = false;
    expect(doors.write(record)).toEqual(handle);
  });
});

describe('other words for the same', () => {
  it.each([
    ['a deprecated field', door({ color: 'red' })],
    ['a null', door({ colour: 'red', width: null })],
    ['an older version of the kind', { ...door({ colour: 'red' }), apiVersion: 'example.com/v1alpha1' }],
  ])('%s is written back as it was, and means nothing to another API', (_, manifest) => {
    const record = doors.read(manifest);
    expect(record).toMatchObject({ name: 'front', colour: 'red', wording: { apiVersion: 'example.com/v1' } });
    expect(record.rest).toBeUndefined();
    expect(doors.write(record)).toEqual(manifest);
    expect(laterDoors.adopt(record)).toEqual({ ...door({ colour: 'red' }), apiVersion: 'example.com/v2' });
  });

  it('are not there where the object has the words of the library', () => {
    expect(doors.read(door({ colour: 'red' }))).toEqual({ name: 'front', colour: 'red' });
  });
});

it('the status of an object is nobody’s wish, and is not read', () => {
  expect(doors.read({ ...door({ colour: 'red' }), status: { open: true } })).toEqual({ name: 'front', colour: 'red' });
});

describe('what all codecs have in common', () => {
  it('a record without namespace, labels and annotations has no such fields in its manifest', () => {
    const { metadata } = doors.write({ name: 'front' });
    expect(Object.keys(metadata)).toEqual(['name']);
    expect(doors.faithful).toBe(false);
  });

  it('metadata that is something else than metadata is no part of a record, and comes out as it was', () => {
    const manifest = door({}, { namespace: 7, labels: { a: 1, b: 'x' }, annotations: 'none' });
    const record = doors.read(manifest);
    expect(record).toMatchObject({ name: 'front', labels: { b: 'x' } });
    expect(record).not.toHaveProperty('namespace');
    expect(record).not.toHaveProperty('annotations');
    expect(doors.write(record)).toEqual(manifest);
  });

  it('labels are read in order, whatever order they stood in', () => {
    const labels = (names: string[]): string[] =>
      Object.keys(doors.read(door({}, { labels: Object.fromEntries(names.map((name) => [name, 'x'])) })).labels ?? {});
    expect(labels(['b', 'a', 'c'])).toEqual(['a', 'b', 'c']);
    expect(labels(['a', 'b', 'c'])).toEqual(['a', 'b', 'c']);
    expect(labels(['c', 'b', 'a'])).toEqual(['a', 'b', 'c']);
  });

  it('what was kept is written in its own API, and adopted by another where it has room', () => {
    const record = doors.read(door({ handle: { left: { of: 'brass' } }, width: 3 }));
    expect(doors.write(record)).toHaveProperty('spec', { handle: { left: { of: 'brass' } }, width: 3 });
    expect(laterDoors.write(record)).toHaveProperty('spec', { width: 3 });
    expect(laterDoors.adopt(record)).toHaveProperty('spec', { handle: { left: { of: 'brass' } }, width: 3 });
  });
});

describe('a sorted map', () => {
  it.each([[['b', 'a', 'c']], [['a', 'b', 'c']], [['c', 'b', 'a']], [[]]])('of %j is a copy in order', (names) => {
    const map = Object.fromEntries(names.map((name) => [name, 1]));
    const result = sorted(map);
    expect(Object.keys(result ?? {})).toEqual([...names].sort());
    expect(result).not.toBe(map);
  });

  it('of nothing is nothing', () => {
    expect(sorted(undefined)).toBeUndefined();
  });
});
