import { map } from '../model/guarded';
import { amountOf, isQuantity, QUANTITY_FORM } from '../model/quantity';
import { nearestNames } from '../text/nearest';
import { everywhere, KINDS_WITH_PODS } from './kinds';
import { fieldsAt, type Place } from './places';
import { kindRule, type Breach, type JudgedKind } from './rule';

/** Resources of a container that Kubernetes knows; all others have the prefix of who provides them. */
const RESOURCES = ['cpu', 'memory', 'ephemeral-storage'];

/** What containers ask for can be had. */
export const resourceQuantity = kindRule({
  id: 'resource-quantity',
  summary: 'Containers ask for resources that there are, in Kubernetes quantities, and for no more than they may use.',
  remedy: 'Give a quantity such as 500m or 2Gi.',
  effect: 'refused',
  source: 'Kubernetes refuses the pods; the operator some of them before it (Strimzi 0.35.1 to 1.2.0, ModelUtils).',
  catalog: ['G-025', 'G-026', 'G-027', 'P-013', 'M2-070', 'Z-009'],
  kinds: KINDS_WITH_PODS,
  check(object, report) {
    for (const resources of everywhere(object.manifest['spec'], 'resources', ['spec'])) {
      for (const breach of breachesOf(resources, refusesZero(object, resources))) report(breach);
    }
  },
});

/** Resources of which the operator looks at the amount. */
const COUNTED = ['cpu', 'memory'];

/** Whether the operator takes no zero there; Kubernetes does. */
function refusesZero({ manifest: { apiVersion, kind }, site }: JudgedKind, { field }: Place): boolean {
  if (!apiVersion.startsWith('kafka.strimzi.io/') || field.includes('template')) return false;
  const isOfNodes = kind === 'KafkaNodePool' || ['kafka', 'zookeeper'].includes(String(field[1]));
  const { emptyResources } = site.release.takes;
  return emptyResources === 'none' || (emptyResources === 'butOfNodes' && isOfNodes);
}

function nothing(name: string): Omit<Breach, 'field'> {
  return {
    allowed: 'more than 0',
    message: `The operator makes no container with no ${name}.`,
    remedy: 'Give more, or leave it out.',
  };
}

function breachesOf({ field: at, value }: Place, isZeroRefused: boolean): Breach[] {
  const limits = map(map(value)['limits']);
  return ['requests', 'limits'].flatMap((kind) =>
    fieldsAt(value, kind).flatMap(({ name, field, value: given }): Breach[] => {
      const breach = { field: [...at, ...field], given };
      if (!isKnown(name)) return [{ ...breach, ...unknown(name) }];
      if (typeof given !== 'string' && typeof given !== 'number') return [];
      if (!isQuantity(String(given))) {
        return [{ ...breach, allowed: QUANTITY_FORM, message: `"${given}" is not a quantity.` }];
      }
      if (isZeroRefused && COUNTED.includes(name) && amountOf(String(given)) === 0)
        return [{ ...breach, ...nothing(name) }];
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
