import type { Manifest } from '../../src';
import { diff } from '../../src/reports/diff';

type Config = Readonly<Record<string, unknown>>;

const kafka = (config: Config): Manifest => ({
  apiVersion: 'kafka.strimzi.io/v1',
  kind: 'Kafka',
  metadata: { name: 'europe' },
  spec: { kafka: { version: '4.1.0', listeners: [], config: { 'num.partitions': 1, ...config } } },
});

/** The classes of what comes of other settings, each by its field. */
function told(was: Config, is: Config): string[] {
  const { changes } = diff([kafka(was)], [kafka(is)]);
  return changes.flatMap(({ effects }) => effects.map((effect) => `${effect.class} ${effect.field ?? ''}`));
}

const at = (name: string): string => `spec.kafka.config["${name}"]`;

describe('a setting of brokers', () => {
  it.each<readonly [string, unknown, unknown, readonly string[]]>([
    ['inter.broker.protocol.version', '4.0', '4.1', ['restarts-pods', 'safe']],
    ['inter.broker.protocol.version', undefined, '4.1', ['restarts-pods', 'safe']],
    ['inter.broker.protocol.version', '4.1', '4.0', ['manual-step', 'restarts-pods']],
    ['inter.broker.protocol.version', '4.1', undefined, ['restarts-pods']],
    ['log.message.format.version', '3.9', '3.10', ['restarts-pods', 'safe']],
    ['log.message.format.version', '3.10', '3.9', ['manual-step', 'restarts-pods']],
    ['allow.everyone.if.no.acl.found', undefined, true, ['restarts-pods', 'widens-access']],
    ['allow.everyone.if.no.acl.found', 'true', 'false', ['narrows-access', 'restarts-pods']],
    ['default.replication.factor', 3, 2, ['may-lose-data', 'restarts-pods']],
    ['default.replication.factor', 3, undefined, ['may-lose-data', 'restarts-pods']],
    ['default.replication.factor', undefined, 1, ['restarts-pods']],
    ['default.replication.factor', 2, 3, ['restarts-pods']],
    ['unclean.leader.election.enable', false, true, ['may-lose-data', 'safe']],
    ['unclean.leader.election.enable', true, false, ['safe']],
    ['log.retention.ms', 2000, 1000, ['may-lose-data', 'safe']],
    ['log.retention.minutes', 2, 1, ['may-lose-data', 'restarts-pods']],
    ['log.retention.hours', 2, 1, ['may-lose-data', 'restarts-pods']],
    ['log.retention.bytes', 2000, 1000, ['may-lose-data', 'safe']],
    ['log.cleanup.policy', 'compact', 'delete', ['may-lose-data', 'safe']],
    ['num.io.threads', 8, 9, ['safe']],
    ['toString', 'a', 'b', ['restarts-pods']],
  ])('%s that was %j and becomes %j is of the classes %j', (name, was, is, classes) => {
    const config = (value: unknown): Config => (value === undefined ? {} : { [name]: value });
    const [shown = ''] = told(config(was), config(is)).map((each) => each.split(' ')[1]);
    expect(told(config(was), config(is)).sort()).toEqual(classes.map((each) => `${each} ${shown}`));
    expect([at(name), `spec.kafka.config.${name}`]).toContain(shown);
  });

  it('is told by what weighs most first', () => {
    const version = (minor: string): Config => ({ 'inter.broker.protocol.version': minor });
    const classes = (was: string, is: string) => told(version(was), version(is)).map((each) => each.split(' ')[0]);
    expect(classes('4.0', '4.1')).toEqual(['restarts-pods', 'safe']);
    expect(classes('4.1', '4.0')).toEqual(['manual-step', 'restarts-pods']);
  });
});
