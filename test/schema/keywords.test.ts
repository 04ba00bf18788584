import { fieldText } from '../../src/model/field';
import { checkManifest } from '../../src/schema';

const INDEX = {
  releases: { widgets: ['1.0.0'] },
  apis: { 'widgets.io/v1': { operator: 'widgets', file: 'widgets.jsonl', kinds: { Widget: {} } } },
};

const WIDGET = {
  type: 'object',
  properties: {
    apiVersion: {},
    kind: {},
    set: { type: 'array', 'x-kubernetes-list-type': 'set', items: { type: 'string' } },
    unique: { type: 'array', uniqueItems: true, items: { type: 'string' } },
    atomic: { type: 'array', 'x-kubernetes-list-type': 'atomic', items: { type: 'string' } },
    list: { type: 'array', items: { type: 'string' } },
    keyed: {
      type: 'array',
      'x-kubernetes-list-type': 'map',
      'x-kubernetes-list-map-keys': ['name'],
      items: { type: 'object', properties: { name: { type: 'string' }, value: { type: 'string' } } },
    },
    open: { type: 'object', additionalProperties: true, properties: { known: { type: 'string' } } },
    kept: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true, properties: { known: { type: 'string' } } },
    shut: { type: 'object', additionalProperties: false, properties: { known: { type: 'string' } } },
    map: { type: 'object', additionalProperties: { type: 'integer' } },
  },
};

jest.mock('node:fs', () => ({
  ...jest.requireActual<object>('node:fs'),
  readFileSync: (file: string) =>
    file.endsWith('kinds.json') ? JSON.stringify(INDEX) : `${JSON.stringify(['widgets.io/v1/Widget', WIDGET])}\n`,
}));

const told = (fields: object) =>
  checkManifest({ apiVersion: 'widgets.io/v1', kind: 'Widget', ...fields })?.map(
    ({ path, code }) => `${fieldText(path)} ${code}`,
  );

describe('a list', () => {
  it.each(['set', 'unique'])('that is a set (%s) has no item twice', (field) => {
    expect(told({ [field]: ['a', 'b'] })).toEqual([]);
    expect(told({ [field]: ['a', 'a'] })).toEqual([`${field}[1] duplicate`]);
    expect(told({ [field]: ['a', 'b', 'a', 'a'] })).toEqual([`${field}[2] duplicate`, `${field}[3] duplicate`]);
  });

  it.each(['atomic', 'list'])('that is none (%s) may have an item twice', (field) => {
    expect(told({ [field]: ['a', 'a'] })).toEqual([]);
  });

  it('that is keyed has no key twice, whatever else stands in the items', () => {
    expect(
      told({
        keyed: [
          { name: 'a', value: 'x' },
          { name: 'b', value: 'x' },
        ],
      }),
    ).toEqual([]);
    expect(
      told({
        keyed: [
          { name: 'a', value: 'x' },
          { name: 'a', value: 'y' },
        ],
      }),
    ).toEqual(['keyed[1] duplicate']);
  });
});

describe('an object', () => {
  it.each(['open', 'kept'])('that is %s takes fields that have no schema, and holds the others to theirs', (field) => {
    expect(told({ [field]: { known: 'x', unknown: { deep: [null] } } })).toEqual([]);
    expect(told({ [field]: { known: 1 } })).toEqual([`${field}.known type`]);
  });

  it('that is shut takes none', () => {
    expect(told({ shut: { known: 'x', unknown: 1 } })).toEqual(['shut.unknown unknown-field']);
  });

  it('that is a map takes any key, and holds the values to their schema', () => {
    expect(told({ map: { a: 1, constructor: 2 } })).toEqual([]);
    expect(told({ map: { a: 'x' } })).toEqual(['map.a type']);
  });
});
