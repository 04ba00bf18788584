import { map, text } from '../model/guarded';
import { amountOf, isQuantity } from '../model/quantity';
import { everywhere, strimziKinds } from './kinds';
import { placesOf, type Place } from './places';
import { kindRule, type Breach } from './rule';

/** The heap of a program fits into its container. */
export const jvmMemory = kindRule({
  id: 'jvm-memory',
  summary: 'The heap of a program begins at no more than its most, which is less than what the container may use.',
  remedy: 'Lower -Xms or -Xmx, or raise the limit of the memory.',
  effect: 'fails',
  source: 'Nobody compares them: the JVM does not start, or the container is killed (Strimzi 0.18.0 to 1.2.0).',
  catalog: ['G-054', 'K-099'],
  kinds: strimziKinds(
    ...['Kafka', 'KafkaNodePool', 'KafkaConnect', 'KafkaConnectS2I'],
    ...['KafkaMirrorMaker', 'KafkaMirrorMaker2', 'KafkaBridge'],
  ),
  check({ manifest }, report) {
    for (const options of everywhere(manifest['spec'], 'jvmOptions', ['spec'])) {
      const [container] = placesOf(manifest, options.field.slice(0, -1).join('.'));
      for (const breach of breachesOf(options.value, memoryOf(container))) {
        report({ ...breach, field: [...options.field, ...(breach.field ?? [])] });
      }
    }
  },
});

/** The memory that the container beside the options may use. */
function memoryOf(container: Place | undefined): unknown {
  return placesOf(container?.value, 'resources.limits.memory')[0]?.value;
}

function breachesOf(options: unknown, limit: unknown): Breach[] {
  const { '-Xms': begins, '-Xmx': most } = map(options);
  const [from, to] = [heapOf(begins), heapOf(most)];
  const breaches: Breach[] = [];
  if (from !== undefined && to !== undefined && from > to) {
    const message = 'The heap cannot begin at more than its most.';
    breaches.push({ field: ['-Xms'], given: begins, allowed: `up to ${String(most)}, which is -Xmx`, message });
  }
  if (to !== undefined && (typeof limit === 'string' || typeof limit === 'number') && isBeyond(to, String(limit))) {
    const message = 'The heap alone may take all memory of the container: Kubernetes kills it.';
    breaches.push({ field: ['-Xmx'], given: most, allowed: `less than ${limit}, the limit of the memory`, message });
  }
  return breaches;
}

/** Bytes of a size as the JVM has it: `512m`, `2g`. */
function heapOf(size: unknown): number | undefined {
  const [, number, unit = ''] = /^(\d+)([kmgt]?)$/i.exec(text(size) ?? '') ?? [];
  return number === undefined ? undefined : Number(number) * 1024 ** ' kmgt'.indexOf(unit.toLowerCase() || ' ');
}

function isBeyond(heap: number, limit: string): boolean {
  return isQuantity(limit) && heap > amountOf(limit);
}
