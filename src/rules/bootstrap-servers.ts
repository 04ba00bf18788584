import { isHostAndPort } from '../text/references';
import { strimziKinds } from './kinds';
import { placesOf } from './places';
import { kindRule } from './rule';

/** Where programs are told of their Kafka clusters, by kind. */
const PATHS: Readonly<Record<string, readonly string[]>> = {
  KafkaConnect: ['spec.bootstrapServers'],
  KafkaConnectS2I: ['spec.bootstrapServers'],
  KafkaBridge: ['spec.bootstrapServers'],
  KafkaMirrorMaker: ['spec.consumer.bootstrapServers', 'spec.producer.bootstrapServers'],
  KafkaMirrorMaker2: [
    'spec.clusters.*.bootstrapServers',
    'spec.target.bootstrapServers',
    'spec.mirrors.*.source.bootstrapServers',
  ],
};

/** A program is told where its Kafka cluster is. */
export const bootstrapServers = kindRule({
  id: 'bootstrap-servers',
  summary: 'Bootstrap servers are hosts with ports, with commas between them.',
  remedy: 'Write them as europe-kafka-bootstrap:9093: a port each, and no path.',
  effect: 'fails',
  source: 'Kafka clients end with ConfigException on others (ClientUtils, Kafka 2.4 to 4.3), and so do the pods.',
  kinds: strimziKinds(...Object.keys(PATHS)),
  check({ manifest }, report) {
    for (const { field, value: given } of (PATHS[manifest.kind] ?? []).flatMap((path) => placesOf(manifest, path))) {
      if (typeof given !== 'string' || given.includes('${') || areServers(given)) continue;
      report({ field, given, allowed: 'host:port, or several with commas between', message: 'These are no servers.' });
    }
  },
});

/** A list may end in a comma. Kafka takes a scheme and underscores all the same. */
function areServers(text: string): boolean {
  const servers = text.split(',').map((server) =>
    server
      .trim()
      .replace(/^[\w.%-]*:\/\//, '')
      .replace(/_/g, '-'),
  );
  const given = servers.filter((server) => server !== '');
  return given.length > 0 && given.every(isHostAndPort);
}
