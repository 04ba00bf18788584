import { isQuantity, QUANTITY_FORM } from '../model/quantity';
import type { Resources } from '../model/resource';
import type { Placed } from '../model/topology';
import type { Rule } from './rule';

/** CPU and memory are quantities. */
export const resourceQuantity: Rule = {
  id: 'resource-quantity',
  summary: 'CPU and memory are Kubernetes quantities.',
  remedy: 'Give a quantity such as 500m or 2Gi.',
  source: 'Kubernetes refuses the pods.',
  check: ({ records }, report) => {
    const clusters = records.kafkaCluster.flatMap(({ record, path }) =>
      [record.brokers, record.zookeeper].flatMap((nodes) => (nodes ? [{ record: nodes, path }] : [])),
    );
    const all: Placed<{ readonly resources?: Resources }>[] = [
      ...clusters,
      ...records.nodePool,
      ...records.mirrorMaker,
      ...records.mirrorMaker2,
      ...records.tracingBackend,
      ...records.client,
    ];
    for (const { record, path } of all) {
      for (const [at, given] of quantitiesOf(record.resources)) {
        if (isQuantity(given)) continue;
        report({
          path,
          field: `resources.${at}`,
          given,
          allowed: QUANTITY_FORM,
          message: `"${given}" is not a quantity.`,
        });
      }
    }
  },
};

function quantitiesOf({ requests = {}, limits = {} }: Resources = {}): readonly [string, string][] {
  return Object.entries({ requests, limits }).flatMap(([kind, quantities]) =>
    Object.entries(quantities).map(([name, given]): [string, string] => [`${kind}.${name}`, given]),
  );
}
