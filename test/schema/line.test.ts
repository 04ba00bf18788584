import { fieldText } from '../../src/model/field';
import { checkManifest, fieldSince, servedBy, type SchemaFault } from '../../src/schema';

const INDEX = {
  releases: { widgets: ['0.1.0', '0.2.3', '0.4.0', '1.0.0'], gadgets: ['7.0.0'] },
  apis: {
    'widgets.io/v1beta1': { operator: 'widgets', file: 'widgets.json', kinds: { Widget: { until: '0.4' } } },
    'widgets.io/v1': { operator: 'widgets', file: 'widgets.json', kinds: { Widget: { since: '0.4' } } },
    'gadgets.io/v1': { operator: 'gadgets', kinds: { Gadget: {} } },
  },
};

const SPEC = {
  type: 'object',
  required: ['size'],
  was: [{ until: '0.1', required: null, 'x-kubernetes-preserve-unknown-fields': true }],
  properties: {
    size: { type: 'integer', minimum: 2, was: [{ until: '0.1', minimum: 0 }] },
    colour: { since: '0.2', type: 'string', enum: ['red', 'blue'], was: [{ until: '0.2', enum: ['red', 'green'] }] },
    weight: { until: '0.2', type: 'integer' },
    label: { since: '0.4', $ref: 'Label' },
    // A list since 0.2 beside the object that it was before.
    parts: {
      type: 'object-or-array',
      was: [{ until: '0.1', type: 'object' }],
      items: { since: '0.2', $ref: 'Label' },
      properties: { first: { $ref: 'Label' } },
    },
  },
};

const LINES: readonly (readonly [string, object])[] = [
  [
    'widgets.io/v1beta1/Widget',
    {
      type: 'object',
      was: [{ until: '0.1', keepsUnknownFields: true }],
      properties: { apiVersion: {}, kind: {}, spec: { $ref: 'Spec' }, extra: { type: 'object', properties: {} } },
    },
  ],
  ['widgets.io/v1/Widget', { type: 'object', properties: { apiVersion: {}, kind: {}, spec: { $ref: 'Spec' } } }],
  ['Spec', SPEC],
  ['Label', { type: 'object', properties: { text: { type: 'string' }, font: { since: '1.0', type: 'string' } } }],
];

jest.mock('node:fs', () => ({
  ...jest.requireActual<object>('node:fs'),
  readFileSync: (file: string) =>
    file.endsWith('kinds.json') ? JSON.stringify(INDEX) : LINES.map((line) => `${JSON.stringify(line)}\n`).join(''),
}));

const widget = (spec: object, api = 'v1beta1') => ({ apiVersion: `widgets.io/${api}`, kind: 'Widget', spec });
const told = (faults: SchemaFault[] | undefined) =>
  faults?.map(({ path, code, since, until }) => [fieldText(path), code, since, until]);

describe('a field', () => {
  it('is known from its first release to its last', () => {
    expect(told(checkManifest(widget({ size: 2, colour: 'red' }), '0.1'))).toEqual([]);
    expect(told(checkManifest(widget({ size: 2, weight: 1 }), '0.2.3'))).toEqual([]);
    expect(told(checkManifest(widget({ size: 2, weight: 1 }), '0.4'))).toEqual([
      ['spec.weight', 'unknown-field', undefined, '0.2'],
    ]);
    expect(told(checkManifest(widget({ size: 2, label: {} }), '0.2'))).toEqual([
      ['spec.label', 'unknown-field', '0.4', '0.4'],
    ]);
  });

  it('of a shared part comes when its own release does', () => {
    const font = { size: 2, label: { font: 'x' } };
    expect(told(checkManifest(widget(font, 'v1'), '0.4'))).toEqual([
      ['spec.label.font', 'unknown-field', '1.0', undefined],
    ]);
    expect(told(checkManifest(widget(font, 'v1'), '1.0'))).toEqual([]);
  });

  it('that came after the last release of its API is in none', () => {
    expect(told(checkManifest(widget({ size: 2, label: { font: 'x' } }), '0.4'))).toEqual([
      ['spec.label.font', 'unknown-field', undefined, undefined],
    ]);
  });

  it('that no release knows has no release', () => {
    expect(told(checkManifest(widget({ size: 2, wait: 1 }), '0.4'))).toEqual([
      ['spec.wait', 'unknown-field', undefined, undefined],
    ]);
  });

  it('is not proposed to a release that lacks it', () => {
    const [fault] = checkManifest(widget({ size: 2, lable: {} }), '0.2') ?? [];
    expect(fault?.allowed).not.toContain('label');
  });
});

describe('what a schema says', () => {
  it('is what it says at the release', () => {
    expect(told(checkManifest(widget({ size: 0 }), '0.1'))).toEqual([]);
    expect(told(checkManifest(widget({ size: 0 }), '0.2'))).toEqual([['spec.size', 'minimum', undefined, undefined]]);
    expect(told(checkManifest(widget({}), '0.1'))).toEqual([]);
    expect(told(checkManifest(widget({}), '0.2'))).toEqual([['spec.size', 'required', undefined, undefined]]);
  });

  it('of a value says which releases take it', () => {
    expect(told(checkManifest(widget({ size: 2, colour: 'blue' }), '0.2'))).toEqual([
      ['spec.colour', 'enum', '0.4', undefined],
    ]);
    expect(told(checkManifest(widget({ size: 2, colour: 'green' }), '0.4'))).toEqual([
      ['spec.colour', 'enum', undefined, '0.2'],
    ]);
    expect(told(checkManifest(widget({ size: 2, colour: 'black' }), '0.4'))).toEqual([
      ['spec.colour', 'enum', undefined, undefined],
    ]);
  });

  it('may be of a list and of an object, each judged as its own', () => {
    const parts = (value: unknown, version: string) => told(checkManifest(widget({ size: 2, parts: value }), version));
    expect(parts({ first: { text: 1 } }, '0.1')).toEqual([['spec.parts.first.text', 'type', undefined, undefined]]);
    expect(parts([{ text: 1 }], '0.1')).toEqual([['spec.parts', 'type', undefined, undefined]]);
    expect(parts([{ text: 1 }], '0.2')).toEqual([['spec.parts[0].text', 'type', undefined, undefined]]);
    expect(parts('none', '0.2')).toEqual([['spec.parts', 'type', undefined, undefined]]);
  });
});

describe('an unknown field', () => {
  it('is kept where the server keeps what it has no schema for', () => {
    const object = { ...widget({ size: 2 }), extra: { unheard: 1 } };
    expect(checkManifest(object, '0.1')).toMatchObject([{ code: 'unknown-field', kept: true }]);
    expect(checkManifest(object, '0.2')?.[0]).not.toHaveProperty('kept');
  });
});

describe('a kind', () => {
  it('that the release does not serve is one fault that names what it serves', () => {
    expect(checkManifest(widget({ wrong: 1 }, 'v1'), '0.2')).toEqual([
      {
        path: ['apiVersion'],
        code: 'not-served',
        given: 'widgets.io/v1',
        allowed: 'widgets.io/v1beta1',
        since: '0.4',
      },
    ]);
    expect(checkManifest(widget({}), '1.0')).toMatchObject([{ code: 'not-served', allowed: 'widgets.io/v1' }]);
    expect(checkManifest(widget({}, 'v2'), '1.0')).toMatchObject([{ code: 'not-served', allowed: 'widgets.io/v1' }]);
  });

  it('without a schema is neither right nor wrong', () => {
    expect(checkManifest({ apiVersion: 'gadgets.io/v1', kind: 'Gadget' }, '7.0')).toBeUndefined();
    expect(checkManifest({ apiVersion: 'widgets.io/v1', kind: 'Other' }, '1.0')).toBeUndefined();
    expect(servedBy('gadgets.io/v1', 'Gadget')).toEqual({ operator: 'gadgets' });
    expect(servedBy('widgets.io/v1beta1', 'Widget')).toEqual({ operator: 'widgets', until: '0.4' });
    expect(servedBy('widgets.io/v1', 'Other')).toBeUndefined();
  });
});

describe('a version', () => {
  const refuses = (version?: string) => told(checkManifest(widget({ size: 2, weight: 1 }), version))?.length;

  it('between two releases is the older one, and one before all of them the oldest', () => {
    expect(refuses('0.3.9')).toBe(0);
    expect(refuses('0.4.7')).toBe(1);
    expect(refuses('0.0.1')).toBe(0);
    expect(told(checkManifest(widget({ size: 2 }, 'v1'), '3.0'))).toEqual([]);
  });

  it('that is not given is the newest that serves the kind', () => {
    expect(refuses()).toBe(1);
  });

  it('that is none is refused', () => {
    expect(() => refuses('newest')).toThrow('"newest" is no version');
  });
});

describe('the releases of a field', () => {
  it('are those of all that leads to it', () => {
    expect(fieldSince('widgets.io/v1beta1', 'Widget', ['spec'])).toEqual({ until: '0.4' });
    expect(fieldSince('widgets.io/v1beta1', 'Widget', ['spec', 'weight'])).toEqual({ until: '0.2' });
    expect(fieldSince('widgets.io/v1', 'Widget', ['spec', 'label', 'font'])).toEqual({ since: '1.0' });
    expect(fieldSince('widgets.io/v1beta1', 'Widget', ['spec', 'parts', 3, 'text'])).toEqual({
      since: '0.2',
      until: '0.4',
    });
  });

  it('are none where no release has the field', () => {
    expect(fieldSince('widgets.io/v1beta1', 'Widget', ['extra', 'unheard'])).toBeUndefined();
    expect(fieldSince('widgets.io/v1', 'Widget', ['spec', 'size', 'more'])).toBeUndefined();
    expect(fieldSince('widgets.io/v1beta1', 'Widget', ['spec', 'label', 'font'])).toBeUndefined();
    expect(fieldSince('widgets.io/v1', 'Other', [])).toBeUndefined();
  });
});
