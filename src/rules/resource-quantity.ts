import { map } from '../model/guarded';
import { amountOf, isQuantity, QUANTITY_FORM } from '../model/quantity';
import { nearestNames } from '../text/nearest';
import { everywhere, KINDS_WITH_PODS } from './kinds';
import { fieldsAt, type Place } from './places';
import { kindRule, type Breach } from './rule';

/** Resources of a container that Kubernetes knows; all others have the prefix of who provides them. */
const RESOURCES = ['cpu', 'memory', 'ephemeral-storage'];

/** What containers ask for can be had. */
export const resourceQuantity = kindRule({
  id: 'resource-quantity',
  summary: 'Containers ask for resources that there are, in Kubernetes quantities, and for no more than they may use.',
  remedy: 'Give a quantity such as 500m or 2Gi.',
  effect: 'refused',
  source: 'Kubernetes refuses the pods; the operator some of them before it (Strimzi 0.35.1 to 1.2.0, ModelUtils).',
  catalog: ['G-026', 'G-027', 'P-013', 'M2-070', 'Z-009'],
  kinds: KINDS_WITH_PODS,
  check({ manifest }, report) {
    for (const resources of everywhere(manifest['spec'], 'resources', ['spec'])) {
      for (const breach of breachesOf(resources)) report(breach);
    }
  },
});

function breachesOf({ field: at, value }: Place): Breach[] {
  const limits = map(map(value)['limits']);
  return ['requests', 'limits'].flatMap((kind) =>
    fieldsAt(value, kind).flatMap(({ name, field, value: given }): Breach[] => {
      const breach = { field: [...at, ...field], given };
      if (!isKnown(name)) return [{ ...breach, ...unknown(name) }];
      if (typeof given !== 'string' && typeof given !== 'number') return [];
      if (!isQuantity(String(given))) {
        return [{ ...breach, allowed: QUANTITY_FORM, message: `"${given}" is not a quantity.` }];
      }
      const limit = quantityOf(limits[name]);
      if (kind === 'limits' || limit === undefined || amountOf(String(given)) <= amountOf(limit)) return [];
      return [{ ...breach, ...beyond(name, limit) }];
    }),
  );
}

/** A claim of a volume asks for storage. */
function isKnown(name: string): boolean {
  return RESOURCES.includes(name) || name === 'storage' || name.includes('/') || name.startsWith('hugepages-');
}

function unknown(name: string): Omit<Breach, 'field'> {
  const [nearest] = nearestNames(name, RESOURCES);
  return {
    allowed: `${RESOURCES.join(', ')}, or a resource with a prefix`,
    message: `Kubernetes knows no resource "${name}".`,
    remedy: nearest === undefined ? 'Take one of these.' : `Write ${nearest}.`,
  };
}

function beyond(name: string, limit: string): Omit<Breach, 'field'> {
  return {
    allowed: `up to ${limit}, the limit`,
    message: `The container asks for more ${name} than it may use.`,
    remedy: 'Lower the request, or raise the limit.',
  };
}

function quantityOf(limit: unknown): string | undefined {
  const text = typeof limit === 'number' ? String(limit) : limit;
  return typeof text === 'string' && isQuantity(text) ? text : undefined;
}
