import type { ClientRecord, ClientRole, CredentialsAs } from './client';

/**
 * Annotation of an object whose pods are a client application: it tells a reader of the object which variable is which, and
 * what no variable tells, such as topics. Programs take no notice of it.
 */
export const CLIENT_ANNOTATION = 'cdk8s-strimzi/client';

/** The annotation of an application in an object that has several: of the first, and then of the others. */
export function clientAnnotation(number: number): string {
  return number === 1 ? CLIENT_ANNOTATION : `${CLIENT_ANNOTATION}-${number}`;
}

/** The names of annotations of applications among those of an object, in their order. */
export function clientAnnotations(annotations: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(annotations)
    .flatMap((name) => {
      const match = FORM.exec(name);
      return match ? [{ name, number: Number(match[1] ?? 1) }] : [];
    })
    .sort((one, other) => one.number - other.number)
    .map(({ name }) => name);
}

const FORM = /^cdk8s-strimzi\/client(?:-([2-9]|[1-9]\d+))?$/;

/** What an application does, in a word. */
export const CLIENT_ROLES: readonly ClientRole['type'][] = ['producer', 'consumer', 'streams', 'program', 'other'];

/** The contracts that the annotation names; `generic` is what is meant where none is named. */
export const DESCRIBED_CONTRACTS: readonly Exclude<ClientRecord['contract'], 'generic'>[] = [
  'hello-world',
  'strimzi-examples',
  'test-clients',
  'spring-boot',
  'quarkus',
  'kafka-properties',
  'librdkafka',
  'own',
];

/** How credentials come that are no variables. */
export const DESCRIBED_FORMS: readonly Exclude<CredentialsAs, 'environment'>[] = ['files', 'pkcs12'];

/** What no variable may tell: names, and lists of names. */
export const UNTOLD = ['topic', 'group', 'source', 'target', 'applicationId'] as const;
export const UNTOLD_LISTS = ['producesTo', 'consumesFrom'] as const;
