import type { Placed } from '../model/topology';
import type { ResourceRecord } from '../model/resource';
import { allowedNames, CLUSTER_LABEL, othersOf, Owners, toldOwner } from './of-cluster';
import { topologyRule } from './rule';

const USE = 'strimzi.io/use-connector-resources';

/** A connector is of a Connect cluster that takes it. */
export const connectorCluster = topologyRule({
  id: 'connector-cluster',
  summary: 'A KafkaConnector is of a KafkaConnect, in its namespace, that takes its connectors from resources.',
  remedy: 'Name the KafkaConnect in the label strimzi.io/cluster.',
  effect: 'refused',
  source:
    'The operator says InvalidResource or NoSuchResource of others (Strimzi 0.18.0 to 1.2.0, AbstractConnectOperator).',
  catalog: ['C-001', 'C-002', 'C-003', 'C-004'],
  across: (topology, report) => {
    const connects = new Owners<ResourceRecord>([...topology.all('connect'), ...othersOf(topology, 'KafkaConnectS2I')]);
    for (const connector of topology.all('connector')) {
      const connect = toldOwner(
        connector,
        connects,
        { given: connector.record.connect, what: 'connector', owner: 'KafkaConnect' },
        report,
      );
      if (!connect) continue;
      if (runsConnectors(connect)) continue;
      const named = {
        field: CLUSTER_LABEL,
        given: connect.record.name,
        ...allowedNames(connects.namesBeside(connector, runsConnectors)),
      };
      if (!hasWorkers(connect)) {
        report(connector, {
          ...named,
          cause: `workers ${connect.path}`,
          message: `KafkaConnect ${connect.record.name} has no workers.`,
          remedy: 'Give the KafkaConnect a worker, or leave the connector out until it has one.',
        });
      }
      if (takesConnectors(connect)) continue;
      report(connector, {
        ...named,
        cause: `resources ${connect.path}`,
        message: `KafkaConnect ${connect.record.name} takes no connectors from resources.`,
        remedy: `Give the KafkaConnect the annotation ${USE}: "true".`,
      });
    }
  },
});

function runsConnectors(connect: Placed<ResourceRecord>): boolean {
  return takesConnectors(connect) && hasWorkers(connect);
}

function hasWorkers({ record }: Placed<ResourceRecord>): boolean {
  return !('replicas' in record) || record.replicas !== 0;
}

/** A KafkaConnect has a field for it, a KafkaConnectS2I the annotation. */
function takesConnectors({ record }: Placed<ResourceRecord>): boolean {
  return ('connectorResources' in record && record.connectorResources === true) || record.annotations?.[USE] === 'true';
}
