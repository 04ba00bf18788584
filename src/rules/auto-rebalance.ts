import type { RebalanceRecord } from '../model/rebalance';
import type { Placed } from '../model/topology';
import { allowedNames, Owners } from './of-cluster';
import { topologyRule, type Breach } from './rule';

/** Rebalances that come by themselves are made of templates. */
export const autoRebalance = topologyRule({
  id: 'auto-rebalance',
  summary:
    'The template of an automatic rebalance is a KafkaRebalance beside the cluster, with the annotation that says so.',
  remedy: 'Name a KafkaRebalance with the annotation strimzi.io/rebalance-template: "true", or leave the template out.',
  effect: 'ignored',
  source:
    'The operator says so in its log alone, and rebalances nothing (Strimzi 0.45.0 to 1.2.0, KafkaAutoRebalancingReconciler).',
  releases: { since: '0.44' },
  catalog: ['CC-028', 'CC-030'],
  across: (topology, report) => {
    const rebalances = new Owners(topology.all('rebalance'));
    for (const cluster of topology.all('kafkaCluster')) {
      for (const [index, { template }] of (cluster.record.cruiseControl?.autoRebalance ?? []).entries()) {
        if (template === undefined) continue;
        const fault = {
          field: ['spec', 'cruiseControl', 'autoRebalance', index, 'template', 'name'],
          given: template,
        };
        const templates = (): Pick<Breach, 'allowed'> => allowedNames(rebalances.namesBeside(cluster, isTemplate));
        if (rebalances.lack(cluster, template)) {
          const message = `There is no KafkaRebalance "${template}" beside the cluster.`;
          report(cluster, { ...fault, ...templates(), message });
        }
        const named = rebalances.beside(cluster, template);
        if (!named || isTemplate(named)) continue;
        const message = `KafkaRebalance "${template}" is no template: it is carried out by itself, too.`;
        report(cluster, { ...fault, ...templates(), effect: 'unlooked', message });
      }
    }
  },
});

function isTemplate({ record }: Placed<RebalanceRecord>): boolean {
  return record.template === true;
}
