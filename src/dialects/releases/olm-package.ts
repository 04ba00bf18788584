/** How OLM installs a release. */
export interface OlmPackage {
  /** Name in the catalogue, known at once. */
  readonly package: string;
  /** Channel of the catalogue that upgrades come from. */
  readonly channel: string;
  /** Whose catalogue it is in. */
  readonly vendor: 'community' | 'redHat';
  /** Version to install first; absent: the newest of the channel. */
  readonly startingCSV?: string;
}

/** Releases whose version in the catalogue is known; of the others the newest of the channel is installed. */
const IN_CATALOGUE = ['0.18.0', '0.45.2', '1.2.0'];

/** Strimzi in the catalogue of community operators: a channel a minor. */
export function strimziOlm(version: string): OlmPackage {
  const [major = '', minor = ''] = version.split('.');
  return {
    package: 'strimzi-kafka-operator',
    channel: `strimzi-${major}.${minor}.x`,
    vendor: 'community',
    ...(IN_CATALOGUE.includes(version) && { startingCSV: `strimzi-cluster-operator.v${version}` }),
  };
}

/** Red Hat's build in its own catalogue: a channel a minor of the product. */
export function redHatOlm(product: string, startingCSV?: string): OlmPackage {
  return {
    package: 'amq-streams',
    channel: `amq-streams-${product}.x`,
    vendor: 'redHat',
    ...(startingCSV !== undefined && { startingCSV }),
  };
}
