import { codec, defined, type Manifest } from '../../../src/dialects/common/codec';
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
