import fc from 'fast-check';
import { isAbsent } from '../../../src/dialects/common/codec';
import type { StrimziDialect } from '../../../src/dialects/dialect';
import { dialect as late } from '../../../src/dialects/strimzi-v1beta2-late';
import { dialect as middle } from '../../../src/dialects/strimzi-v1beta2-middle';
import type { EntityProgram } from '../../../src/model/entity-operator';
import type { KafkaClusterRecord } from '../../../src/model/kafka-cluster';
import { checkManifest } from '../../../src/schema';
import { kafkaClusters } from '../../arbitraries/strimzi-clusters';

/** An operator that looks every so many whole seconds. */
function inSeconds(operator: EntityProgram): EntityProgram {
  const { intervalMs } = operator;
  return intervalMs === undefined ? operator : { ...operator, intervalMs: Math.floor(intervalMs / 1e6) * 1000 };
}

function withSeconds(record: KafkaClusterRecord): KafkaClusterRecord {
  if (!record.entityOperator) return record;
  const { topicOperator, userOperator, ...others } = record.entityOperator;
  const operators = {
    ...(topicOperator && { topicOperator: inSeconds(topicOperator) }),
    ...(userOperator && { userOperator: inSeconds(userOperator) }),
  };
  return { ...record, entityOperator: { ...others, ...operators } };
}

it('a Kafka cluster of Strimzi 0.33 to 0.41 is read back as it was written, intervals in seconds', () => {
  fc.assert(
    fc.property(
      kafkaClusters('v1beta2').map(withSeconds),
      fc.constantFrom('0.33', '0.37', '0.41'),
      (record, version) => {
        const kafka = (version === '0.41' ? late : middle).kafkaCluster;
        const written = kafka.write(record);
        expect(kafka.read(written)).toEqual(record);
        const faults = checkManifest(written, version) ?? [];
        expect(faults.filter(({ path }) => /interval/i.test(String(path.at(-1))))).toEqual([]);
      },
    ),
    { numRuns: 100 },
  );
});

it.each(['source', 'checkpoint', 'heartbeat'] as const)(
  'the %s connector of a mirror waits by a pause up to 0.37, and by its state later',
  (name) => {
    const mirror = {
      name: 'm',
      replicas: 1,
      target: { alias: 'b', bootstrapServers: 'b:9092' },
      mirrors: [
        { source: { alias: 'a', bootstrapServers: 'a:9092' }, [`${name}Connector`]: { state: 'paused' as const } },
      ],
    };
    const said = ({ mirrorMaker2 }: StrimziDialect): unknown => {
      if (isAbsent(mirrorMaker2)) return undefined;
      const written = mirrorMaker2.write(mirror);
      expect(mirrorMaker2.read(written)).toMatchObject(mirror);
      expect(mirrorMaker2.read(written)).not.toHaveProperty('rest');
      return (written['spec'] as { mirrors: Record<string, unknown>[] }).mirrors[0]?.[`${name}Connector`];
    };
    expect([said(middle), said(late)]).toEqual([{ pause: true }, { state: 'paused' }]);
  },
);
