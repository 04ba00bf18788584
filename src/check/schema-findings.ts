import { explanationOf } from '../dialects/explanations';
import { fieldText } from '../model/field';
import { compareMinors } from '../model/minors';
import { apiVersionsOf, fieldSince, type FaultCode, type Kind, type Presence, type SchemaFault } from '../schema';
import { faultFinding, type Finding } from './finding';
import { nearestName } from './meant';

/** What a fault was found in. */
export interface SchemaCase {
  /** Construct path or file. */
  readonly path: string;
  readonly kind: Kind;
  /** The release that the site runs, of the operator whose kind it is; absent: nothing tells. */
  readonly version: string | undefined;
}

/** A fault, and whether it has others for its parts. */
export interface SchemaCause {
  readonly fault: SchemaFault;
  /** Whether a type is given that another API has, with settings of its own. */
  readonly isOfOtherType: boolean;
}

/** Each cause once: where a type is refused, so are the settings that other releases have for it. */
export function causesOf(faults: readonly SchemaFault[], kind: Kind): readonly SchemaCause[] {
  const types = faults.filter(isType);
  const volumes = faults.filter(isOfVolumes);
  if (types.length === 0) return withoutMounts(faults, volumes).map((fault) => ({ fault, isOfOtherType: false }));
  const wholes = new Map(
    faults.flatMap((fault) => {
      const whole = types.find((type) => isPart(fault, type, kind));
      return whole ? [[fault, whole] as const] : [];
    }),
  );
  const known = new Set(wholes.values());
  return withoutMounts(faults, volumes)
    .filter((fault) => !wholes.has(fault))
    .map((fault) => ({ fault, isOfOtherType: known.has(fault) }));
}

/** A template whose pods have no volumes has no containers that mount any. */
function withoutMounts(faults: readonly SchemaFault[], volumes: readonly SchemaFault[]): readonly SchemaFault[] {
  if (volumes.length === 0) return faults;
  const templates = volumes.map(({ path }) => fieldText(path.slice(0, -2)));
  return faults.filter(
    ({ code, path }) =>
      code !== 'unknown-field' || path.at(-1) !== 'volumeMounts' || !templates.includes(fieldText(path.slice(0, -2))),
  );
}

/** Whether the API knows no volumes of the pods of a template. */
function isOfVolumes({ code, path }: SchemaFault): boolean {
  return code === 'unknown-field' && path.at(-1) === 'volumes' && path.at(-2) === 'pod';
}

/** Whether a field is unknown because its type is: it stands beside it, or somewhere below and is of the same releases. */
function isPart(fault: SchemaFault, type: SchemaFault, kind: Kind): boolean {
  const [field, holder] = [fieldText(fault.path), holderOf(type)];
  if (fault.code !== 'unknown-field' || !field.startsWith(`${holder}.`)) return false;
  const { presence } = presenceOf(fault, kind);
  if (!presence) return false;
  return holderOf(fault) === holder || (presence.since !== undefined && presence.since === type.since);
}

function isType({ code, path }: SchemaFault): boolean {
  return code === 'enum' && path.at(-1) === 'type';
}

function holderOf({ path }: SchemaFault): string {
  return fieldText(path.slice(0, -1));
}

/** Tells a fault of the schema. */
export function schemaFinding({ path, kind, version }: SchemaCase, { fault, isOfOtherType }: SchemaCause): Finding {
  const { path: field, code, given, allowed } = fault;
  const elsewhere = fault.kept ? undefined : elsewhereText(fault, kind, version);
  const { message, remedy } = fault.kept
    ? KEPT
    : code === 'unknown-field' && elsewhere
      ? OTHER_RELEASE
      : (isOfOtherType && typeTexts(fault, kind)) || TEXTS[code];
  return faultFinding({
    rule: fault.kept ? 'operator-reads-field' : 'schema-accepts',
    path,
    field: fieldText(field),
    ...(given !== undefined && { given }),
    allowed,
    message,
    remedy: `${typeof remedy === 'string' ? remedy : remedy(fault)}${elsewhere ?? ''}`,
  });
}

/** What is said of a type that is gone, for people. */
function typeTexts({ path }: SchemaFault, { kind, apiVersion }: Kind): Texts | undefined {
  const { why, instead } = explanationOf(kind, fieldText(path), apiVersion) ?? {};
  if (why === undefined) return undefined;
  return {
    message: `The API has no such type. ${why}`,
    remedy: instead === undefined ? 'Leave it out.' : `Give ${instead}.`,
  };
}

/** Which releases take what this one does not; absent: none does. */
function elsewhereText(fault: SchemaFault, kind: Kind, version: string | undefined): string | undefined {
  const { presence, api } = fault.code === 'unknown-field' ? presenceOf(fault, kind) : { presence: fault };
  if (!presence || (presence.since === undefined && presence.until === undefined)) return undefined;
  const where = api === undefined ? '' : ` in ${api}`;
  return ` ${releasesText(presence)} have it${where}${version === undefined ? '' : `; the site runs ${version}`}.`;
}

/** Which releases have a field, in whatever API of the kind; `api`: the newest, where that of the object is none of them. */
function presenceOf({ path }: SchemaFault, kind: Kind): { readonly presence?: Presence; readonly api?: string } {
  const apis = apiVersionsOf(kind.apiVersion, kind.kind).flatMap((api) => {
    const presence = fieldSince(api, kind.kind, path);
    return presence ? [{ api, presence }] : [];
  });
  const newest = apis.at(-1);
  if (!newest) return {};
  return {
    presence: apis.map(({ presence }) => presence).reduce(joined),
    ...(!apis.some(({ api }) => api === kind.apiVersion) && { api: newest.api }),
  };
}

/** The releases that one of the two has; a bound is absent where the line of releases begins or ends. */
function joined(one: Presence, other: Presence): Presence {
  const since = isBefore(one.since, other.since) ? one.since : other.since;
  const until = isBefore(one.until, other.until, 'end') ? other.until : one.until;
  return { ...(since !== undefined && { since }), ...(until !== undefined && { until }) };
}

function isBefore(
  one: string | undefined,
  other: string | undefined,
  absent: 'beginning' | 'end' = 'beginning',
): boolean {
  if (one === undefined || other === undefined) return (one === undefined) === (absent === 'beginning');
  return compareMinors(one, other) < 0;
}

function releasesText({ since, until }: Presence): string {
  if (since === undefined) return `Releases up to ${until ?? ''}`;
  return `Releases from ${since} ${until === undefined ? 'on' : `to ${until}`}`;
}

/** Whether an object that has the fault is of another shape than readers take for granted: a number is a number. */
export function isOfOtherShape({ code, given, allowed }: SchemaFault): boolean {
  return code === 'type' && !(typeof given === 'number' && /^(an integer|a number)/.test(allowed));
}

interface Texts {
  readonly message: string;
  readonly remedy: string | ((fault: SchemaFault) => string);
}

const KEPT: Texts = {
  message: 'The operator knows no such field: the server keeps it, and it has no effect.',
  remedy: nearestOrNone,
};

const OTHER_RELEASE: Texts = {
  message: 'This release has no such field; a server would drop it or refuse the object.',
  remedy: (fault) => (isOfVolumes(fault) ? 'Leave it out, and the volumeMounts of it.' : nearestOrNone(fault)),
};

const BOUND: Texts = {
  message: 'The value is beyond the bounds of the API.',
  remedy: ({ allowed }) => `Give ${allowed}.`,
};

function nearestOrNone(fault: SchemaFault): string {
  const nearest = nearestName(fault);
  return nearest === undefined ? 'Leave it out.' : `Write ${nearest}, or leave it out.`;
}

const TEXTS: Readonly<Record<FaultCode, Texts>> = {
  'not-served': {
    message: 'The operator of this release does not serve this kind in this version of the API.',
    remedy: ({ allowed }) => `Take ${allowed}.`,
  },
  'unknown-field': {
    message: 'The API knows no such field; a server would drop it or refuse the object.',
    remedy: nearestOrNone,
  },
  required: { message: 'The API requires this field.', remedy: ({ allowed }) => `Give ${allowed}.` },
  null: { message: 'The API takes no null here.', remedy: 'Give a value, or leave the field out.' },
  type: { message: 'The value is of another type than the API takes.', remedy: ({ allowed }) => `Give ${allowed}.` },
  enum: { message: 'The value is none of those that the API takes.', remedy: 'Take one of these values.' },
  format: {
    message: 'The value is not in the format that the API takes.',
    remedy: ({ allowed }) => `Give ${allowed}.`,
  },
  pattern: { message: 'The value does not match the pattern of the API.', remedy: 'Give a value that matches it.' },
  'min-length': BOUND,
  'max-length': BOUND,
  minimum: BOUND,
  maximum: BOUND,
  'multiple-of': BOUND,
  'min-items': BOUND,
  'max-items': BOUND,
  duplicate: { message: 'The API takes each of these once.', remedy: 'Remove one of the two.' },
  'min-properties': BOUND,
  'max-properties': BOUND,
  rule: {
    message: 'The value breaks a rule of the API, and the API server refuses the object.',
    remedy: ({ allowed }) => `Change what the rule speaks of: ${allowed.replace(/\.$/, '')}.`,
  },
  alternatives: {
    message: 'The fields do not go together in the API.',
    remedy: ({ allowed }) => `Give ${allowed}.`,
  },
};
