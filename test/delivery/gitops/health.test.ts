import { ROOT, run } from '../../../scripts/project';
import { HEALTH_CHECKS, healthChecks } from '../../../src/delivery/gitops/argo-cd/health';
import { readinessOf, type LiveObject } from '../../../src/reports/readiness';
import { groupOf, RECORDED } from './statuses';

interface Health {
  readonly status: string;
  readonly message: string;
}

/** What Lua answers to each script. */
function answersOf(cases: readonly { readonly script: string | undefined; readonly object: unknown }[]): unknown[] {
  const input = JSON.stringify(cases);
  const { ok, stdout, stderr } = run(process.execPath, ['test/delivery/gitops/run-lua.mjs'], { cwd: ROOT, input });
  if (!ok) throw new Error(stderr);
  return JSON.parse(stdout) as unknown[];
}

function scriptFor(kind: string): string | undefined {
  return HEALTH_CHECKS[`${groupOf(kind)}_${kind}`];
}

let answers: ReadonlyMap<string, Health>;

beforeAll(() => {
  const found = answersOf(RECORDED.map(({ kind, object }) => ({ script: scriptFor(kind), object }))) as Health[];
  answers = new Map(RECORDED.map(({ what }, index) => [what, found[index]!]));
});

test.each(RECORDED)('$what is $health', ({ what, health }) => {
  expect(answers.get(what)?.status).toBe(health);
});

test.each([
  ['a topic that Kafka refused', 'Replication factor: 4'],
  ['a cluster that is ready, with a warning', 'kafka.resources'],
  ['a connector with a failed task', 'Task 1 of the connector sink has failed'],
])('of %s it tells %s', (what, message) => {
  expect(answers.get(what)?.message).toBe(message);
});

test('texts, files and the system have no library, so no check may use one', () => {
  const script = 'return string == nil and os == nil and io == nil';
  expect(answersOf([{ script, object: {} }])).toEqual([true]);
});

const MEANS: Readonly<Record<string, readonly string[]>> = {
  ready: ['Healthy'],
  waiting: ['Progressing', 'Suspended'],
  failed: ['Degraded'],
};
/** Argo CD waits for what a person has to do, and takes an unmanaged topic as it is. */
const APART =
  /ProposalReady|leave alone|told to grow|beside other pods|not counted|paused before it was seen|nobody has looked|has not seen/;

test.each(RECORDED.filter(({ what }) => !APART.test(what)))('agrees with `verify` on $what', ({ object, health }) => {
  expect(MEANS[readinessOf(object as LiveObject).state]).toContain(health);
});

test('every kind has a status among the recorded ones, but those that are checked like another', () => {
  const recorded = new Set(RECORDED.map(({ kind }) => kind));
  const others = Object.keys(HEALTH_CHECKS).filter((key) => !recorded.has(key.replace(/.*_/, '')));
  for (const key of others) expect(HEALTH_CHECKS[key]).toBe(HEALTH_CHECKS['kafka.strimzi.io_KafkaUser']);
});

test('the fragment of argocd-cm holds each check under the key that Argo CD looks for', () => {
  const { metadata, data } = healthChecks('openshift-gitops') as unknown as {
    metadata: { name: string; namespace: string };
    data: Record<string, string>;
  };
  expect(metadata).toMatchObject({ name: 'argocd-cm', namespace: 'openshift-gitops' });
  const keys = Object.keys(HEALTH_CHECKS).map((key) => `resource.customizations.health.${key}`);
  expect(Object.keys(data)).toEqual(keys);
});
