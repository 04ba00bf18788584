import { programEnds } from './program-ends';
import { topologyRule } from './rule';

/** A program reaches the Services of its own Kubernetes cluster alone. */
export const addressInReach = topologyRule({
  id: 'address-in-reach',
  summary:
    'A program connects to no Service of another Kubernetes cluster (a warning: names may lead there by other means).',
  remedy: 'Connect through an external listener of the Kafka cluster, by the address that it has outside.',
  effect: 'unlooked',
  source:
    'Names of Services end at the border of a Kubernetes cluster (DNS for Services and Pods); internal listeners have no other address (Strimzi 0.18.0 to 1.2.0).',
  across: (topology, report) => {
    for (const { program, endpoint, field } of programEnds(topology)) {
      const { bootstrapServers } = endpoint;
      if (topology.endOf(bootstrapServers, program)?.cluster) continue;
      const cluster = topology.behindBorder(bootstrapServers, program);
      if (!cluster) continue;
      const outside = cluster.record.listeners.filter(({ type }) => type !== 'internal' && type !== 'cluster-ip');
      report(program, {
        ...(field && { field }),
        given: bootstrapServers,
        allowed:
          outside.length === 0
            ? `an address outside, for which ${cluster.record.name} has no listener`
            : `the address of listener ${outside.map(({ name }) => name).join(' or ')} of ${cluster.record.name}`,
        message: `This is a Service of ${cluster.site.kubernetesCluster}, and the program is in ${program.site.kubernetesCluster}.`,
      });
    }
  },
});
