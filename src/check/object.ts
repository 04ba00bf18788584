import type { Limit, Manifest } from '../dialects/common/codec';
import { readManifest, type Described } from '../dialects/read';
import { DEEPEST, isTooDeep } from '../model/depth';
import { fieldText, type FieldPath } from '../model/field';
import type { Breach, JudgedKind, JudgedObject, Rule } from '../rules/rule';
import type { Alternatives } from './alternatives';
import type { Case } from './case';
import { breachFinding, faultFinding } from './finding';
import type { Identities } from './identities';
import { manifestFaults, manifestMeant } from './manifest';
import { meantBy, placeMeant } from './meant';
import { checkManifest, type SchemaFault } from '../schema';
import { isReadUnlisted } from '../dialects/unlisted';
import { causesOf, isOfOtherShape, schemaFinding } from './schema-findings';
import type { JudgedSite } from './site';
import { tellerOf } from './told';

/**
 * The manifest that a value is, or was meant to be; what it lacks is told.
 * @returns absent: nothing more can be told of it
 */
export function soundManifest(value: unknown, at: Case): Manifest | undefined {
  if (isTooDeep(value)) {
    at.tellFault('is-manifest', {
      allowed: `${DEEPEST} levels`,
      message: 'The object is nested too deeply to be read, or contains itself.',
      remedy: 'Look for a part that was put into itself; no field of these kinds needs so many levels.',
    });
    return undefined;
  }
  const faults = manifestFaults(value);
  for (const { field, given, allowed } of faults) {
    at.tellFault('is-manifest', {
      ...(field.length > 0 && { field }),
      given,
      allowed,
      message: messageOf(field, given),
      remedy: given === undefined ? 'Add the field.' : `Give ${allowed}.`,
    });
  }
  return (faults.length === 0 ? value : manifestMeant(value)) as Manifest | undefined;
}

function messageOf(field: FieldPath, given: unknown): string {
  if (field.length === 0) return 'This is no manifest of a Kubernetes object.';
  if (field[0] === 'items') return 'A List has its objects here.';
  return given === undefined
    ? 'Every Kubernetes object has this field.'
    : 'The field is not what every Kubernetes object has in it.';
}

/** Tells an object that another is already. An object that a server is to name is nobody's twin. */
export function claimIdentity(
  { apiVersion, kind, metadata }: Manifest,
  at: Case,
  identities: Identities,
  alternatives: Alternatives,
): void {
  const { name, namespace = '' } = metadata as Partial<Manifest['metadata']>;
  if (name === undefined) return;
  const cluster = at.site?.facts.kubernetesCluster ?? '';
  const identity = { cluster, apiVersion, kind, namespace, name };
  const first = identities.claim(at.place, identity);
  const twin = first && alternatives.note(first, at, identity);
  if (!twin) return;
  at.tellFault('unique-object', {
    field: ['metadata', 'name'],
    given: name,
    allowed: 'a name that no other has',
    message: `${twin.path} is the ${kind} "${name}"${namespace === '' ? '' : ` of namespace "${namespace}"`} already.`,
    remedy: 'Name one of the two differently, or remove it.',
  });
}

/** Whether somebody looks at the object; if not, that is told. */
export function isServed(manifest: Manifest, site: JudgedSite, at: Case): boolean {
  const { unserved, apiVersion, kind } = site.kindFacts(manifest);
  if (!unserved) return true;
  const { field, allowed, remedy } = unserved;
  at.tellFault('served-by-release', {
    field: [field],
    given: manifest[field],
    allowed,
    message: `${site.facts.release.name} does not serve ${kind} in ${apiVersion}: nobody looks at the object.`,
    remedy,
  });
  return false;
}

/** An object that was held to its schema. */
interface Held {
  /** The object as it was meant: fields with slips in their names have those that they were meant to have. */
  readonly meant: Manifest;
  /** Whether it is of the shape that readers take for granted. */
  readonly isReadable: boolean;
}

/**
 * Holds an object to its schema, as the release of its site has it. A field that its CRD does not list is no fault where the
 * server keeps it and the operator reads it.
 */
export function heldToSchema(manifest: Manifest, at: Case): Held {
  const version = at.site?.kindFacts(manifest).version;
  const { manifest: meant, slips, faults } = meantBy(manifest, version);
  if (faults.length + slips.length === 0) return { meant, isReadable: true };
  const slipped = new Set(slips);
  for (const cause of causesOf([...slips, ...faults], manifest)) {
    const { fault } = cause;
    if (fault.kept && isReadUnlisted(manifest, fault.path)) continue;
    const finding = schemaFinding({ path: at.place.path, kind: manifest, version }, cause);
    if (fault.kept) at.tell('schema', finding);
    else at.tellRefusal(finding, fault.code, slipped.has(fault) ? fieldText(placeMeant(fault)) : undefined);
  }
  return { meant, isReadable: !faults.some(isOfOtherShape) };
}

/** Whether an object is of the shape that readers take for granted, whatever else is wrong with it. */
export function hasShape(manifest: Manifest): boolean {
  return !(checkManifest(manifest) ?? NO_FAULTS).some(isOfOtherShape);
}

const NO_FAULTS: readonly SchemaFault[] = [];

/** Kinds of Kubernetes whose keys other objects name: they are kept as they are. */
const WITH_KEYS = ['Secret', 'ConfigMap'];

/** An object that others read keys of; absent: it is none. */
export function keyed({ apiVersion, kind, metadata: { name, namespace } }: Manifest): Described | undefined {
  if (apiVersion !== 'v1' || !WITH_KEYS.includes(kind)) return undefined;
  return { noun: 'other', record: { kind, name, ...(namespace !== undefined && { namespace }) } };
}

/** What a manifest says; absent: the model has no noun for it, or it cannot be read, which is told. */
export function described(manifest: Manifest, { facts }: JudgedSite, at: Case): Described | undefined {
  try {
    return readManifest(manifest, facts.platform);
  } catch (error) {
    at.tellFault('is-manifest', {
      message: `The object cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
      remedy: 'Compare its fields with the documentation of its kind.',
    });
    return undefined;
  }
}

/** Tells what was meant, and the release cannot say. */
export function tellLoss(
  { field, given, message, allowed, since, remedy }: Limit,
  { facts: { release } }: JudgedSite,
  at: Case,
): void {
  at.tell(
    'loss',
    faultFinding({
      rule: 'release-says-field',
      path: at.place.path,
      field,
      ...(given !== undefined && { given }),
      ...(allowed !== undefined && { allowed }),
      message: `${release.name} cannot say this: ${message}`,
      remedy: remedy ?? (since === undefined ? 'Leave it out.' : `Leave it out, or name a release that can: ${since}.`),
    }),
  );
}

/** Holds an object to the rules that it can break alone. */
export function holdToRules(
  object: JudgedKind & Pick<JudgedObject, 'policies'>,
  says: Described | undefined,
  site: JudgedSite,
  at: Case,
): void {
  let asked: Parameters<typeof breachFinding>[0] & Pick<Rule, 'judgesValues'>;
  const report = (breach: Breach): void => at.tell(tellerOf(asked), breachFinding(asked, at.place, breach));
  for (const rule of site.kindFacts(object.manifest).rules) {
    asked = rule;
    rule.check(object, report);
  }
  if (!says) return;
  const { manifest, policies } = object;
  const judged = { noun: says.noun, record: says.record, manifest, site: object.site, policies };
  for (const rule of site.objectRules(says.noun)) {
    asked = rule;
    rule.check(judged, report);
  }
}
