import { CLUSTER_LABEL } from '../dialects/common/cluster-label';
import type { Manifest } from '../dialects/common/codec';
import { equal } from '../dialects/common/values';
import { map, text } from '../model/guarded';
import type { Scene } from './scene';
import type { Side } from './side';

/**
 * What nodes of a pool have from the Kafka object where the pool does not say it.
 * @see KafkaPool.fromCrd of Strimzi 0.36.0 to 1.2.0; `resources` up to the last release with API v1beta2
 */
const INHERITED = ['jvmOptions', 'resources'] as const;
type Field = (typeof INHERITED)[number];

const KINDS = ['Kafka', 'KafkaNodePool'];

/**
 * Two manifests of an object with what its nodes have in force: a pool with what it has from its Kafka object, and a Kafka
 * object without what all its pools have as before, whoever says it.
 */
export function withInherited(was: Manifest, is: Manifest, { before, after }: Scene): readonly [Manifest, Manifest] {
  if (was.kind !== is.kind || !KINDS.includes(is.kind)) return [was, is];
  if (is.kind === 'KafkaNodePool') return [completed(was, before), completed(is, after)];
  const [old, now] = [poolsOf(was, before), poolsOf(is, after)];
  const common = [...old].flatMap(([name, pool]) => {
    const other = now.get(name);
    return other ? [[pool, other] as const] : [];
  });
  const same = INHERITED.filter((field) => common.every(([one, other]) => equal(one[field], other[field])));
  return common.length === 0 ? [was, is] : [withoutFields(was, same), withoutFields(is, same)];
}

function completed(pool: Manifest, side: Side): Manifest {
  const cluster = text(map(map(pool.metadata)['labels'])[CLUSTER_LABEL]) ?? '';
  const kafka = side.manifestOf('Kafka', pool.metadata.namespace, cluster);
  return kafka ? { ...pool, spec: { ...inForce(pool, kafka), ...map(pool['spec']) } } : pool;
}

/** What pools of a Kafka object have in force, by their names. */
function poolsOf(kafka: Manifest, side: Side): ReadonlyMap<string, Readonly<Partial<Record<Field, unknown>>>> {
  const described = side.read(kafka);
  if (described?.noun !== 'kafkaCluster' || !described.record.nodePools) return new Map();
  return new Map(
    side.nodesOf(described.record).flatMap(({ pool: name }) => {
      const pool = side.manifestOf('KafkaNodePool', kafka.metadata.namespace, name);
      return pool ? [[name, inForce(pool, kafka)] as const] : [];
    }),
  );
}

function inForce(pool: Manifest, kafka: Manifest): Readonly<Partial<Record<Field, unknown>>> {
  const [own, others] = [map(pool['spec']), map(map(kafka['spec'])['kafka'])];
  const fields = INHERITED.map((field) => [field, own[field] ?? others[field]] as const);
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

function withoutFields(kafka: Manifest, fields: readonly Field[]): Manifest {
  const spec = map(kafka['spec']);
  const left = Object.entries(map(spec['kafka'])).filter(([name]) => !fields.some((field) => field === name));
  return { ...kafka, spec: { ...spec, kafka: Object.fromEntries(left) } };
}
