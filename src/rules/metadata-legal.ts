import type { FieldPath } from '../model/field';
import { map } from '../model/guarded';
import { everywhere, KINDS_WITH_PODS, strimziKinds } from './kinds';
import { ANY_KIND, kindRule, type Breach, type JudgedKind } from './rule';

const PREFIX = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const NAME = /^[A-Za-z0-9]([\w.-]*[A-Za-z0-9])?$/;

/** Labels and annotations that Kubernetes takes. */
export const metadataLegal = kindRule({
  id: 'metadata-legal',
  summary:
    'Names of custom resources, and labels and annotations, of objects and of what operators make for them, are those that Kubernetes takes.',
  remedy: 'Write the name as prefix/name; both are of letters, digits, dots, hyphens, and the name of underscores too.',
  effect: 'refused',
  source: 'The API server refuses others (validation of ObjectMeta); what an operator makes with them is refused too.',
  catalog: ['N-012', 'T-017'],
  judgesValues: true,
  kinds: [ANY_KIND],
  check({ manifest }, report) {
    const { name } = manifest.metadata as { readonly name?: unknown };
    if (isOperators(manifest) && typeof name === 'string' && !isSubdomain(name)) report(nameBreach(manifest, name));
    holdMarks(manifest.metadata, ['metadata'], report);
    if (!hasTemplates(manifest)) return;
    for (const { field, value } of everywhere(manifest['spec'], 'metadata', ['spec'])) holdMarks(value, field, report);
  },
});

/** Holds the labels and annotations of one object to what Kubernetes takes. */
function holdMarks(metadata: unknown, field: FieldPath, report: (breach: Breach) => void): void {
  const { labels, annotations } = map(metadata);
  for (const [name, given] of Object.entries(map(labels))) {
    for (const breach of keyBreach(name)) report({ field: [...field, 'labels', name], ...breach });
    for (const breach of valueBreach(given)) report({ field: [...field, 'labels', name], ...breach });
  }
  for (const name of Object.keys(map(annotations))) {
    for (const breach of keyBreach(name)) report({ field: [...field, 'annotations', name], ...breach });
  }
}

/** Custom resources have names of one form; other kinds have forms of their own. */
function isOperators({ apiVersion }: JudgedKind['manifest']): boolean {
  return /^(kafka\.strimzi|access\.strimzi|jaegertracing|opentelemetry)\.io\//.test(apiVersion);
}

function isSubdomain(name: string): boolean {
  return name.length <= 253 && PREFIX.test(name);
}

function nameBreach({ kind }: JudgedKind['manifest'], given: string): Breach {
  const isTopic = kind === 'KafkaTopic' && /^[\w.-]{1,249}$/.test(given);
  return {
    field: ['metadata', 'name'],
    given,
    allowed: '253 lower-case letters, digits, dots and hyphens at most, with a letter or digit at both ends',
    message: 'No object can have this name.',
    remedy: isTopic ? 'Give it another name; a topic has its own in spec.topicName.' : 'Give it another name.',
  };
}

/** Kinds that operators make other objects of, with labels that the object names. */
const WITH_TEMPLATES: ReadonlySet<string> = new Set([...KINDS_WITH_PODS, ...strimziKinds('KafkaUser')]);

function hasTemplates({ apiVersion, kind }: JudgedKind['manifest']): boolean {
  const slash = apiVersion.indexOf('/');
  return WITH_TEMPLATES.has(`${slash < 0 ? apiVersion : apiVersion.slice(0, slash)}/${kind}`);
}

function keyBreach(key: string): Omit<Breach, 'field'>[] {
  if (isLegalKey(key)) return NO_BREACH;
  return [{ allowed: 'name or prefix/name, the name of 63 characters at most', message: `"${key}" is no legal name.` }];
}

const NO_BREACH: Omit<Breach, 'field'>[] = [];

function isLegalKey(key: string): boolean {
  const slash = key.indexOf('/');
  if (slash >= 0 && (slash > 253 || !PREFIX.test(key.slice(0, slash)))) return false;
  const name = key.slice(slash + 1);
  return name.length <= 63 && NAME.test(name);
}

/** What is no text the schema tells of; what a tool fills in later nobody can tell. */
function valueBreach(given: unknown): Omit<Breach, 'field'>[] {
  if (typeof given !== 'string' || given === '' || given.includes('${') || (given.length <= 63 && NAME.test(given)))
    return NO_BREACH;
  return [
    {
      given,
      allowed: '63 letters, digits, dots, hyphens and underscores at most, with a letter or digit at both ends',
      message: 'A label cannot have this value.',
      remedy: 'Shorten or change it, or make it an annotation, which can have any.',
    },
  ];
}
