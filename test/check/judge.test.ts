import { Judge, type Depth, type Verdict } from '../../src/check/judge';
import { finding } from '../../src/check/finding';
import type { JudgedSite } from '../../src/check/site';
import type { Waivers } from '../../src/check/waivers';
import { StrimziRelease } from '../../src';

const V1 = 'kafka.strimzi.io/v1';
const labels = { 'strimzi.io/cluster': 'k' };

const kafka = {
  apiVersion: V1,
  kind: 'Kafka',
  metadata: { name: 'k' },
  spec: {
    kafka: {
      listeners: [{ name: 'tls', port: 9093, type: 'internal', tls: true, authentication: { type: 'tls' } }],
      config: {
        'default.replication.factor': 1,
        'min.insync.replicas': 1,
        'offsets.topic.replication.factor': 1,
        'transaction.state.log.replication.factor': 1,
      },
    },
  },
};

function pool(replicas: number) {
  const spec = { replicas, roles: ['broker', 'controller'], storage: { type: 'persistent-claim', size: '1Gi' } };
  return { apiVersion: V1, kind: 'KafkaNodePool', metadata: { name: 'p', labels }, spec };
}

function topic(replicas: number, { name = 't', ...metadata }: { readonly name?: string; annotations?: object } = {}) {
  return { apiVersion: V1, kind: 'KafkaTopic', metadata: { name, labels, ...metadata }, spec: { replicas } };
}

interface Given {
  readonly depth?: Depth;
  readonly waivers?: Waivers;
  readonly release?: StrimziRelease;
}

/** What a judge says after a site has done something with it. */
function verdict(act: (judge: Judge, site: JudgedSite) => void, given: Given = {}): Verdict {
  const { depth, waivers = {}, release = StrimziRelease.V1_2 } = given;
  const judge = new Judge(depth);
  act(
    judge,
    judge.addSite({ path: 'site', release, platform: 'kubernetes', kubernetesCluster: 'c', namespace: 'n', waivers }),
  );
  return judge.conclude();
}

/** The rules that findings are of. */
const rules = ({ findings }: Verdict): string[] => findings.map(({ rule }) => rule);

describe('a judge', () => {
  it('hears what constructs say, and lets them explain more than a schema does', () => {
    const said = finding({ rule: 'legal-name', effect: 'refused', path: 't', field: 'spec.replicas', message: 'No.' });
    const { findings } = verdict((judge, site) => {
      judge.take({ place: { path: 't' }, manifest: { ...topic(1), spec: { replicas: 'many' } } }, site);
      judge.note(said, site);
    });
    expect(findings).toEqual([said]);
  });

  it('that looks at identities alone sees twins, and nothing else', () => {
    const twins = (judge: Judge, site: JudgedSite): void => {
      for (const manifest of [kafka, pool(1), topic(9), topic(9)]) judge.take({ place: { path: 'p' }, manifest }, site);
    };
    const waivers = { 'kafka-version': 'It runs.' };
    expect(rules(verdict(twins, { depth: 'identities', waivers }))).toEqual(['unique-object']);
    expect(rules(verdict(twins, { waivers }))).toEqual(
      expect.arrayContaining(['unique-object', 'topic-replicas', 'unused-waiver']),
    );
  });

  it('holds an object at no site to its schema, and to no release and no rule', () => {
    const { findings } = verdict((judge) => {
      judge.take({ place: { path: 'a' }, manifest: { ...topic(-1), apiVersion: 'kafka.strimzi.io/v1beta1' } });
    });
    expect(findings).toMatchObject([{ rule: 'schema-accepts', path: 'a', field: 'spec.replicas' }]);
  });

  it('says what was waived, and why, by the object before the site', () => {
    const annotations = { 'cdk8s-strimzi.io/waive.topic-replicas': 'Of the object.' };
    const { findings, waived } = verdict(
      (judge, site) => {
        for (const manifest of [kafka, pool(1), topic(9, { annotations }), topic(8, { name: 'u' })])
          judge.take({ place: { path: manifest.metadata.name }, manifest }, site);
      },
      { waivers: { 'topic-replicas': 'Of the site.' } },
    );
    expect(findings).toEqual([]);
    expect(waived).toMatchObject([
      { finding: { rule: 'topic-replicas', path: 't' }, reason: 'Of the object.' },
      { finding: { rule: 'topic-replicas', path: 'u' }, reason: 'Of the site.' },
    ]);
  });

  it('holds nobody to the rules of operators that do not look', () => {
    const version = {
      ...kafka,
      apiVersion: 'kafka.strimzi.io/v1beta2',
      spec: { kafka: { ...kafka.spec.kafka, version: '2.0.0' } },
    };
    const judged = (release: StrimziRelease): string[] =>
      rules(verdict((judge, site) => judge.take({ place: { path: 'k' }, manifest: version }, site), { release }));
    expect(judged(StrimziRelease.V1_2)).toEqual(['served-by-release']);
    expect(judged(StrimziRelease.V0_45)).toContain('kafka-version');
  });

  it('takes files that have one object for alternatives, each by itself beside what all share', () => {
    const files: [string, unknown][] = [
      ['small.yaml', kafka],
      ['small.yaml', pool(1)],
      ['small.yaml', topic(3)],
      ['large.yaml', kafka],
      ['large.yaml', pool(3)],
      ['large.yaml', topic(3)],
      ['shared.yaml', topic(9, { name: 'u' })],
    ];
    const { findings } = verdict((judge, site) => {
      for (const [file, manifest] of files) judge.take({ place: { path: file, file }, manifest }, site);
    });
    expect(findings.filter(({ rule }) => rule !== 'one-file-an-object')).toMatchObject([
      { rule: 'topic-replicas', path: 'small.yaml', given: 3 },
    ]);
  });

  it('judges files without an object in common together', () => {
    const { findings } = verdict((judge, site) => {
      for (const manifest of [kafka, pool(1), topic(9)]) {
        const file = `${manifest.kind}.yaml`;
        judge.take({ place: { path: file, file }, manifest }, site);
      }
    });
    expect(findings).toMatchObject([{ rule: 'topic-replicas', path: 'KafkaTopic.yaml' }]);
  });
});
