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
      for (const [kind, quantities] of Object.entries(record.resources ?? {})) {
        for (const [name, given] of Object.entries(quantities as Record<string, string>)) {
          if (isQuantity(given)) continue;
          report({
            path,
            field: `resources.${kind}.${name}`,
            given,
            allowed: QUANTITY_FORM,
            message: `"${given}" is not a quantity.`,
          });
        }
      }
    }
  },
};
