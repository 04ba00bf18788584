import { map } from '../model/guarded';
import { placesOf } from './places';
import { topologyRule } from './rule';

/** What a template of a cluster says of nodes, which a template of a pool may say too. */
const OF_NODES = [
  ...['persistentVolumeClaim', 'podSet', 'pod', 'kafkaContainer', 'initContainer'],
  ...['perPodService', 'perPodRoute', 'perPodIngress'],
];

/** A template of a node pool says all that its nodes are to have. */
export const poolTemplate = topologyRule({
  id: 'pool-template',
  summary: 'A node pool with a template has in it what the template of its cluster says of nodes.',
  remedy: 'Repeat it in the template of the pool, or leave the template of the pool out.',
  effect: 'overridden',
  source:
    'The operator takes the template of the pool alone, however little it says (Strimzi 0.36.1 to 0.48.0, KafkaPool); later ones take from the cluster what it does not say.',
  releases: { since: '0.36', until: '0.48' },
  catalog: ['K-091'],
  across: (topology, report) => {
    for (const cluster of topology.all('kafkaCluster')) {
      const [template] = placesOf(cluster.manifest, 'spec.kafka.template');
      const said = OF_NODES.filter((part) => isSaid(template?.value, part));
      if (said.length === 0) continue;
      for (const pool of topology.membersOf('nodePool', cluster)) {
        const [own] = placesOf(pool.manifest, 'spec.template');
        const lost = own ? said.filter((part) => !isSaid(own.value, part)) : [];
        if (lost.length === 0) continue;
        report(pool, {
          field: ['spec', 'template'],
          given: Object.keys(map(own?.value)).sort().join(', '),
          allowed: lost.join(', '),
          message: `Nothing comes of what the template of ${cluster.record.name} says of ${lost.join(', ')}: the operator looks at that of the pool alone.`,
        });
      }
    }
  },
});

function isSaid(template: unknown, part: string): boolean {
  const value = map(template)[part];
  return value !== undefined && value !== null;
}
