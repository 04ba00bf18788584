import { isQuantity, QUANTITY_FORM } from '../model/quantity';
import type { Resources } from '../model/resource';
import { findField } from './find-field';
import { objectRule, type JudgedObject } from './rule';

type Running = 'kafkaCluster' | 'nodePool' | 'mirrorMaker' | 'mirrorMaker2' | 'tracingBackend' | 'client';

/** CPU and memory are quantities. */
export const resourceQuantity = objectRule({
  id: 'resource-quantity',
  summary: 'CPU and memory are Kubernetes quantities.',
  remedy: 'Give a quantity such as 500m or 2Gi.',
  effect: 'refused',
  source: 'Kubernetes refuses the pods.',
  nouns: ['kafkaCluster', 'nodePool', 'mirrorMaker', 'mirrorMaker2', 'tracingBackend', 'client'],
  check(object, report) {
    for (const [kind, name, given] of resourcesOf(object).flatMap(quantitiesOf)) {
      if (isQuantity(given)) continue;
      const holder = findField(object.manifest, (key, value) => key === 'resources' && holds(value, kind, name, given));
      report({
        field: [...(holder ?? ['spec', 'resources']), kind, name],
        given,
        allowed: QUANTITY_FORM,
        message: `"${given}" is not a quantity.`,
      });
    }
  },
});

function resourcesOf({ record }: JudgedObject<Running>): readonly (Resources | undefined)[] {
  return 'listeners' in record ? [record.brokers?.resources, record.zookeeper?.resources] : [record.resources];
}

function quantitiesOf({ requests = {}, limits = {} }: Resources = {}): readonly (readonly [string, string, string])[] {
  return Object.entries({ requests, limits }).flatMap(([kind, quantities]) =>
    Object.entries(quantities).map(([name, given]) => [kind, name, given] as const),
  );
}

function holds(resources: unknown, kind: string, name: string, given: string): boolean {
  return (resources as Partial<Record<string, Record<string, string>>> | null)?.[kind]?.[name] === given;
}
