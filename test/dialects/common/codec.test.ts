import { codec, defined, type Manifest } from '../../../src/dialects/common/codec';
import type { ResourceRecord } from '../../../src/model/resource';

interface Door extends ResourceRecord {
  readonly colour?: string;
  readonly width?: number;
}

interface WireDoor {
  spec?: { colour?: string; color?: string; width?: number };
}

const spelling = (apiVersion: string, at: 'spec' | 'body') =>
  codec<Door, WireDoor & { body?: WireDoor['spec'] }>({
    apiVersion,
    kind: 'Door',
    write: ({ colour, width }) => ({ [at]: defined({ colour, width }) }),
    read: (object) => defined({ colour: object[at]?.colour, width: object[at]?.width }),
    plain: ({ spec, ...object }) => {
      if (!spec) return object;
      const { color, ...others } = spec;
      return { ...object, spec: defined({ ...others, colour: spec.colour ?? color }) };
    },
    limits: ({ width = 0 }) => (width > 3 ? [{ field: 'width', given: width, message: 'Too wide.' }] : []),
  });

const doors = spelling('example.com/v1', 'spec');
const laterDoors = spelling('example.com/v2', 'spec');
const otherDoors = spelling('example.com/v3', 'body');

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
      rest: [{ op: 'add', path: '/spec/handle', value: { left: true } }],
    });
    expect(doors.write(record)).toEqual(handle);
  });

  it('is written in another API that has a place for it', () => {
    const record = doors.read(handle);
    expect(laterDoors.limits(record)).toEqual([]);
    expect(laterDoors.write(record)).toEqual({ ...handle, apiVersion: 'example.com/v2' });
  });

  it('is a limit of an API that has no place for it, by field and value, and the rest is written', () => {
    const record = doors.read(handle);
    expect(otherDoors.limits(record)).toEqual([
      {
        field: 'spec.handle',
        given: { left: true },
        message: 'It was read from another API, and has no place in this one.',
        since: 'the API that it was read from',
      },
    ]);
    expect(otherDoors.write(record)).toEqual({
      apiVersion: 'example.com/v3',
      kind: 'Door',
      metadata: { name: 'front' },
      body: { colour: 'red' },
    });
  });

  it('stands beside the limits of the record itself', () => {
    const record = doors.read(door({ width: 4, handle: true }));
    expect(otherDoors.limits(record).map(({ field }) => field)).toEqual(['width', 'spec.handle']);
  });

  it('is told by a path that can be read, also inside lists and under keys that are no words', () => {
    const rest = [
      { op: 'add' as const, path: '/spec/list/0/a~1b', value: 1 },
      { op: 'replace' as const, path: '/spec/gone', value: 2 },
      { op: 'remove' as const, path: '/spec/gone/too' },
    ];
    expect(otherDoors.limits({ name: 'front', rest }).map(({ field }) => field)).toEqual([
      'spec.list[0]["a/b"]',
      'spec.gone',
    ]);
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
    expect(laterDoors.limits(record)).toEqual([]);
    expect(laterDoors.write(record)).toEqual({ ...door({ colour: 'red' }), apiVersion: 'example.com/v2' });
  });

  it('are not there where the object has the words of the library', () => {
    expect(doors.read(door({ colour: 'red' }))).toEqual({ name: 'front', colour: 'red' });
  });
});

it('the status of an object is nobody’s wish, and is not read', () => {
  expect(doors.read({ ...door({ colour: 'red' }), status: { open: true } })).toEqual({ name: 'front', colour: 'red' });
});
