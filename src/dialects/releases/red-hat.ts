import { strimziFacts, type ReleaseFacts } from './facts';
import { redHatOlm } from './olm-package';

/** A release of Red Hat's product, and the Strimzi that it is. */
export interface RedHatRelease {
  /** Version of the product. */
  readonly product: string;
  /** The Strimzi that stands for it: the newest patch of the minor that it is based on. */
  readonly strimzi: string;
  /** The Kafka that the product has, where it is another than the default of that Strimzi. */
  readonly kafka?: string;
  /** Version to install first. */
  readonly startingCSV?: string;
}

/** `AMQ Streams` up to 2.6, `Streams for Apache Kafka` from 2.7 on. */
export function redHatFacts({ product, strimzi, kafka, startingCSV }: RedHatRelease): ReleaseFacts {
  const facts = strimziFacts(strimzi);
  return {
    ...facts,
    ...(kafka !== undefined && { kafka: withDefault(facts.kafka, kafka) }),
    name: `${productName(product)} ${product} (Strimzi ${strimzi})`,
    olm: redHatOlm(product, startingCSV),
  };
}

/** The name that a command line gives to a product: `amq-streams-2.6`, `streams-2.9`. */
export function productKey(product: string): string {
  return `${isAmqStreams(product) ? 'amq-streams' : 'streams'}-${product}`;
}

function withDefault({ versions }: ReleaseFacts['kafka'], usual: string): ReleaseFacts['kafka'] {
  return { versions: versions.includes(usual) ? versions : [...versions, usual], default: usual };
}

function productName(product: string): string {
  return isAmqStreams(product) ? 'AMQ Streams' : 'Streams for Apache Kafka';
}

function isAmqStreams(product: string): boolean {
  const [major = 0, minor = 0] = product.split('.').map(Number);
  return major < 2 || (major === 2 && minor < 7);
}
