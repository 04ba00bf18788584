import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { StrimziRelease } from '../../../src/dialects/releases';
import { fieldSince, servedBy } from '../../../src/schema';

const TABLES = path.join(__dirname, '../../../../shared/facts/kafka-versions.json');
const inTest = existsSync(TABLES) ? it : it.skip;
const orSkipped = existsSync(TABLES) ? '' : ' (skipped: there is no ../shared/facts)';

interface KafkaVersion {
  readonly version: string;
  readonly default: boolean;
  readonly supported?: boolean;
}

/** Versions of one length in the order of their numbers. */
const byNumbers = (a: string, b: string): number => {
  const [ours, theirs] = [a, b].map((version) => version.split('.').map(Number));
  return ours!.map((part, at) => part - theirs![at]!).find((difference) => difference !== 0) ?? 0;
};

const minorOf = (version: string) => version.split('.').slice(0, 2).join('.');

/** Whether a release is between the first and the last minor that have something. */
function isIn(release: StrimziRelease, presence: { since?: string; until?: string } | undefined): boolean {
  const minors = StrimziRelease.ALL.map(({ facts }) => minorOf(facts.version));
  const at = minors.indexOf(minorOf(release.facts.version));
  const [first, last] = [presence?.since, presence?.until].map((minor) => minor && minors.indexOf(minor));
  return presence !== undefined && at >= Number(first ?? 0) && at <= Number(last ?? minors.length);
}

const releases = StrimziRelease.ALL.map((release) => ({ name: release.name, release }));
const API = {
  'strimzi-v1beta1': 'kafka.strimzi.io/v1beta1',
  'strimzi-v1beta1-late': 'kafka.strimzi.io/v1beta1',
  'strimzi-v1beta2-early': 'kafka.strimzi.io/v1beta2',
  'strimzi-v1beta2-middle': 'kafka.strimzi.io/v1beta2',
  'strimzi-v1beta2-late': 'kafka.strimzi.io/v1beta2',
  'strimzi-v1beta2': 'kafka.strimzi.io/v1beta2',
  'strimzi-v1': 'kafka.strimzi.io/v1',
};

describe('the releases', () => {
  it('are all minors of Strimzi from 0.18 to 1.2', () => {
    const minors = StrimziRelease.ALL.map(({ facts }) => minorOf(facts.version));
    const before = Array.from({ length: 34 }, (_, at) => `0.${at + 18}`);
    expect(minors).toEqual([...before, '1.0', '1.1', '1.2']);
  });

  it('are found by their minor, by their version and by Red Hat’s names', () => {
    for (const release of StrimziRelease.ALL) {
      expect(StrimziRelease.of(release.facts.version)).toBe(release);
      expect(StrimziRelease.of(minorOf(release.facts.version))).toBe(release);
    }
    expect(StrimziRelease.of('0.30')).toBe(StrimziRelease.V0_30);
    expect(StrimziRelease.of('amq-streams-2.6')).toBe(StrimziRelease.AMQ_STREAMS_2_6);
    expect(StrimziRelease.of('streams-3.0').facts).toMatchObject({ version: '0.46.1', olm: { vendor: 'redHat' } });
  });

  it('that nobody made are refused by a list of those that are', () => {
    expect(() => StrimziRelease.of('0.45.7')).toThrow(
      'no release "0.45.7"; 0.45 is known by its newest patch: write 0.45',
    );
    expect(() => StrimziRelease.of('9.9')).toThrow(
      'no release "9.9"; releases are 0.18 to 1.2 of Strimzi, and amq-streams-1.5 to streams-3.1 of Red Hat',
    );
    expect(() => StrimziRelease.of('constructor')).toThrow('no release');
  });

  it('of Red Hat have the Kafka of the product', () => {
    expect(StrimziRelease.AMQ_STREAMS_2_2.facts.kafka.default).toBe('3.2.3');
    expect(StrimziRelease.AMQ_STREAMS_2_2.facts.kafka.versions).toContain('3.2.3');
    expect(StrimziRelease.AMQ_STREAMS_2_5.facts.kafka.default).toBe('3.5.0');
    expect(StrimziRelease.STREAMS_2_9.facts.kafka).toEqual({ ...StrimziRelease.V0_45.facts.kafka, default: '3.9.0' });
    expect(StrimziRelease.AMQ_STREAMS_2_1.facts.kafka).toEqual(StrimziRelease.V0_28.facts.kafka);
  });

  it('run Kafka versions by Strimzi’s tables: these of the first, a middle and the last release', () => {
    expect(StrimziRelease.V0_18.facts.kafka).toEqual({ versions: ['2.4.0', '2.4.1', '2.5.0'], default: '2.5.0' });
    expect(StrimziRelease.V0_45.facts.kafka).toEqual({
      versions: ['3.8.0', '3.8.1', '3.9.0', '3.9.1', '3.9.2'],
      default: '3.9.2',
    });
    expect(StrimziRelease.V1_2.facts.kafka).toEqual({
      versions: ['4.2.0', '4.2.1', '4.3.0', '4.3.1'],
      default: '4.3.1',
    });
  });

  it('run the newest of their Kafka versions where nobody says another', () => {
    for (const { facts } of StrimziRelease.ALL) {
      const { versions, default: usual } = facts.kafka;
      const sorted = [...new Set(versions)].sort(byNumbers);
      expect({ of: facts.name, versions, usual }).toEqual({ of: facts.name, versions: sorted, usual: sorted.at(-1) });
    }
  });

  inTest(`run the Kafka versions of Strimzi’s own tables that are supported${orSkipped}`, () => {
    const tables = JSON.parse(readFileSync(TABLES, 'utf8')) as Record<string, KafkaVersion[]>;
    const told = Object.fromEntries(StrimziRelease.ALL.map(({ facts }) => [facts.version, facts.kafka]));
    const wanted = Object.entries(tables).map(([release, table]) => {
      const supported = table.filter((each) => each.supported !== false);
      const usual = supported.filter((each) => each.default).map((each) => each.version);
      return [release, { versions: supported.map((each) => each.version), default: usual.join() }];
    });
    expect(told).toEqual(Object.fromEntries(wanted));
  });
});

describe.each(releases)('what is said of $name', ({ release }) => {
  const { facts } = release;
  const api = API[facts.dialect];

  it('is written in an API that it serves', () => {
    for (const kind of ['Kafka', 'KafkaTopic', 'KafkaUser']) expect(isIn(release, servedBy(api, kind))).toBe(true);
  });

  it('is written in the newest API that it serves', () => {
    const newer = [API['strimzi-v1beta1'], API['strimzi-v1beta2'], API['strimzi-v1']];
    const served = newer.filter((each) => isIn(release, servedBy(each, 'Kafka')));
    expect(api).toBe(served.at(-1));
  });

  it('names MirrorMaker 1 where it serves it', () => {
    const kind = [API['strimzi-v1beta1'], API['strimzi-v1beta2']].some((each) =>
      isIn(release, servedBy(each, 'KafkaMirrorMaker')),
    );
    expect(facts.mirrorEngines.includes('mirrorMaker')).toBe(kind);
  });

  it('names node pools and KRaft only where it serves node pools', () => {
    const pools = isIn(release, servedBy(api, 'KafkaNodePool'));
    if (facts.nodePools) expect(pools).toBe(true);
    if (facts.metadataModes.includes('kraft')) expect(facts.nodePools).toBe(true);
  });

  it('names ZooKeeper only where a Kafka can say it', () => {
    if (!facts.metadataModes.includes('zookeeper')) return;
    expect(isIn(release, fieldSince(api, 'Kafka', ['spec', 'zookeeper']))).toBe(true);
  });

  it('names the rules of users as its schema does', () => {
    const acls = ['spec', 'authorization', 'acls', 0];
    const single = !['strimzi-v1beta2', 'strimzi-v1'].includes(facts.dialect);
    expect(isIn(release, fieldSince(api, 'KafkaUser', [...acls, single ? 'operation' : 'operations']))).toBe(true);
  });
});

describe('facts of the line', () => {
  const withFact = (has: (release: StrimziRelease) => boolean) =>
    StrimziRelease.ALL.filter(has).map(({ facts }) => minorOf(facts.version));
  const at = (since: string, until?: string) => {
    const minors = withFact(() => true);
    return minors.slice(minors.indexOf(since), until === undefined ? undefined : minors.indexOf(until) + 1);
  };

  it('change where Strimzi’s changelog says', () => {
    expect(withFact(({ facts }) => facts.metadataModes[0] === 'kraft')).toEqual(at('0.42'));
    expect(withFact(({ facts }) => facts.metadataModes.includes('zookeeper'))).toEqual(at('0.18', '0.45'));
    expect(withFact(({ facts }) => facts.tracing === 'jaeger')).toEqual(at('0.18', '0.32'));
    expect(withFact(({ facts }) => facts.mirrorMaker2.traced)).toEqual(at('0.19'));
    expect(withFact(({ facts }) => facts.aclsWithoutAuthorization === 'refused')).toEqual(at('0.25'));
    expect(withFact(({ facts }) => facts.messageFormat)).toEqual(at('0.18', '0.26'));
    expect(withFact(({ facts }) => facts.metadataModes.includes('kraft'))).toEqual(at('0.40'));
    expect(withFact(({ facts }) => facts.nodePools)).toEqual(at('0.39'));
    expect(withFact(({ facts }) => facts.topicOperator === 'unidirectional')).toEqual(at('0.39'));
    expect(withFact(({ facts }) => facts.mirrorEngines[0] === 'mirrorMaker2')).toEqual(at('0.26'));
    expect(withFact(({ facts }) => facts.mirrorEngines.includes('mirrorMaker2'))).toEqual(at('0.18'));
  });

  it('about what operators make and read change where they do', () => {
    expect(withFact(({ facts }) => facts.makes.kafkaPods === 'StrimziPodSet')).toEqual(at('0.30'));
    expect(withFact(({ facts }) => facts.makes.connectPods === 'StrimziPodSet')).toEqual(at('0.37'));
    expect(withFact(({ facts }) => facts.makes.nodeSecrets)).toEqual(at('0.46'));
    expect(withFact(({ facts }) => facts.makes.entitySecrets)).toEqual(at('0.28'));
    expect(withFact(({ facts }) => facts.makes.trustBundle)).toEqual(at('0.50'));
    expect(withFact(({ facts }) => facts.makes.rebalanceSecret)).toEqual(at('0.41'));
    expect(withFact(({ facts }) => facts.makes.trustSecrets === 'none')).toEqual(at('0.18', '0.46'));
    expect(withFact(({ facts }) => facts.makes.trustSecrets === 'all')).toEqual(at('1.1'));
    expect(withFact(({ facts }) => facts.metricsRules === 'configMap')).toEqual(at('0.21'));
    expect(withFact(({ facts }) => facts.connectFiles === '/mnt')).toEqual(at('0.43'));
    expect(withFact(({ facts }) => facts.followsSecrets)).toEqual(at('0.26'));
  });

  it('of Jaeger and of client images change with the tracing of the operator', () => {
    const otlp = at('0.33');
    expect(withFact(({ facts }) => facts.clientContract === 'test-clients')).toEqual(otlp);
    expect(withFact(({ facts }) => facts.tracingDialects[0] === 'opentelemetry-v1beta1')).toEqual(otlp);
    expect(withFact(({ facts }) => facts.tracingDialects.includes('jaeger-v1'))).toEqual(at('0.18'));
    expect(withFact(({ facts }) => facts.jaegerOperator === '1.65.0')).toEqual(otlp);
    expect(withFact(({ facts }) => facts.jaegerOperator === '1.17.1')).toEqual(at('0.18', '0.32'));
  });

  it('of MirrorMaker 2 follow from the default Kafka', () => {
    const isKafka = (major: number, minor: number) => (release: StrimziRelease) => {
      const [own = 0, its = 0] = release.facts.kafka.default.split('.').map(Number);
      return own > major || (own === major && its >= minor);
    };
    expect(withFact(({ facts }) => facts.mirrorMaker2.identityPolicy)).toEqual(withFact(isKafka(3, 0)));
    expect(withFact(({ facts }) => facts.mirrorMaker2.groupOffsets)).toEqual(withFact(isKafka(2, 7)));
    expect(withFact(({ facts }) => facts.mirrorMaker2.offsetSyncsLocation)).toEqual(withFact(isKafka(3, 0)));
    expect(withFact(({ facts }) => facts.mirrorMaker2.internalSeparator)).toEqual(withFact(isKafka(3, 1)));
    expect(withFact(({ facts }) => facts.mirrorMaker2.exactlyOnce)).toEqual(withFact(isKafka(3, 5)));
  });
});
