import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlannedSecret, SecretStep } from '../../src/reports/secret-plan';
import { secretScript } from '../../src/cli/secret-script';
import { call, Folder } from './harness';

const folder = new Folder();
const hasJq = spawnSync('jq', ['--version']).status === 0;

const SECRET: PlannedSecret = {
  kubernetesCluster: 'center',
  namespace: 'hub',
  secret: 'madrid-kafka-cluster-ca-cert',
  holds: 'certificate',
  keys: ['ca.crt'],
  of: 'Kafka kafka',
  from: {
    kubernetesCluster: 'madrid',
    namespace: 'shop',
    secret: 'kafka-cluster-ca-cert',
    kind: 'Kafka',
    name: 'kafka',
  },
  neededBy: [{ kind: 'KafkaMirrorMaker2', name: 'mirror', followsRenewal: true }],
};
const copy = (changes: Partial<PlannedSecret> = {}): SecretStep => ({ do: 'copy', secret: { ...SECRET, ...changes } });

/** Runs a script with a kubectl that hands out a Secret of an operator and keeps what it is told to apply. */
function run(steps: readonly SecretStep[]): {
  readonly calls: string;
  readonly applied: string;
  readonly status: number;
} {
  const cwd = folder.with({ 'script.sh': `set -eu\n${secretScript(steps)}` });
  const made = {
    apiVersion: 'v1',
    kind: 'Secret',
    type: 'Opaque',
    metadata: {
      name: 'kafka-cluster-ca-cert',
      uid: '1',
      ownerReferences: [{}],
      labels: { 'strimzi.io/kind': 'Kafka' },
    },
    data: { 'ca.crt': 'bmV3', 'ca-2026.crt': 'b2xk', 'ca.p12': 'cDEy', 'ca.password': 'cHc=' },
  };
  writeFileSync(
    join(cwd, 'kubectl'),
    `#!/bin/sh\necho "$@" >> calls\ncase "$*" in *" get "*) echo '${JSON.stringify(made)}';; *" apply "*) cat > applied;; esac\n`,
  );
  chmodSync(join(cwd, 'kubectl'), 0o755);
  writeFileSync(join(cwd, 'applied'), '');
  const { status } = spawnSync('sh', ['script.sh'], {
    cwd,
    env: { ...process.env, PATH: `${cwd}:${process.env['PATH'] ?? ''}` },
  });
  return {
    calls: readFileSync(join(cwd, 'calls'), 'utf8'),
    applied: readFileSync(join(cwd, 'applied'), 'utf8'),
    status: status ?? -1,
  };
}

const withJq = hasJq ? test : test.skip;

withJq('the script copies the keys that are read, and no owner (skipped without jq)', () => {
  const { calls, applied, status } = run([copy()]);
  expect(status).toBe(0);
  const [first, ...piped] = calls.trimEnd().split('\n');
  expect(first).toBe(
    '--context=madrid --namespace=shop wait kafka.kafka.strimzi.io/kafka --for=condition=Ready --timeout=15m',
  );
  // A shell starts the programs of a pipe together.
  expect(piped.sort()).toEqual([
    '--context=center apply --server-side --field-manager=cdk8s-strimzi --filename=-',
    '--context=madrid --namespace=shop get secret kafka-cluster-ca-cert --output=json',
  ]);
  expect(JSON.parse(applied)).toEqual({
    apiVersion: 'v1',
    kind: 'Secret',
    type: 'Opaque',
    metadata: { name: 'madrid-kafka-cluster-ca-cert', namespace: 'hub' },
    data: { 'ca.crt': 'bmV3' },
  });
});

withJq('the script copies the keys of a pattern, and nothing where a key is missing (skipped without jq)', () => {
  expect((JSON.parse(run([copy({ keys: ['*.crt'] })]).applied) as { data: object }).data).toEqual({
    'ca.crt': 'bmV3',
    'ca-2026.crt': 'b2xk',
  });
  expect(run([copy({ keys: ['ca.crt', 'tls.crt'] })]).applied).toBe('');
});

withJq('names that a shell would take for more than names do nothing (skipped without jq)', () => {
  const hostile = "a'; touch owned; '$(touch owned)";
  const { calls } = run([copy({ secret: hostile, keys: [`ca.crt`], namespace: hostile })]);
  expect(calls.match(/apply/g)).toHaveLength(1);
  expect(calls).not.toContain('owned');
  const step: SecretStep = { do: 'ask', secret: { ...SECRET, of: 'whoever\nrm -rf /' } };
  expect(secretScript([step]).split('\n')).toHaveLength(2);
});

test('each thing has its number, and what no command does is a comment', () => {
  const at = { kubernetesCluster: 'center', namespace: 'hub' };
  const script = secretScript([
    { do: 'store', kind: 'ClusterSecretStore', name: 'vault', at: { ...at, namespace: '' } },
    { do: 'push', secret: SECRET },
    { do: 'restart', reader: { kind: 'Deployment', name: 'audit', followsRenewal: false }, at },
    { do: 'restart', reader: { kind: 'StatefulSet', name: 'store', followsRenewal: false }, at },
    { do: 'restart', reader: { kind: 'CronJob', name: 'report', followsRenewal: false }, at },
    { do: 'restart', reader: { kind: 'KafkaMirrorMaker2', name: 'mirror', followsRenewal: false }, at },
  ]);
  expect(script).toBe(`# 1. ClusterSecretStore vault has to be there: center.

# 2. Have a PushSecret put ca.crt of kafka-cluster-ca-cert in namespace shop of madrid into the store, for ExternalSecret of madrid-kafka-cluster-ca-cert in namespace hub of center.

# 3. Only after a renewal: Deployment audit reads its Secrets when it starts.
# kubectl --context=center --namespace=hub rollout restart deployment/audit

# 4. Only after a renewal: StatefulSet store reads its Secrets when it starts.
# kubectl --context=center --namespace=hub rollout restart statefulset/store

# 5. Only after a renewal: CronJob report reads its Secrets when it starts.

# 6. Only after a renewal: KafkaMirrorMaker2 mirror reads its Secrets when it starts.
# kubectl --context=center --namespace=hub delete pod --selector=strimzi.io/cluster=mirror,strimzi.io/kind=KafkaMirrorMaker2
`);
});

describe('report secrets', () => {
  const dist = join(__dirname, '../../dist/sites-apart');
  const sites = ['madrid', 'oslo'].map(
    (name) => `  ${name}: {release: 1.2, namespace: ${name}, paths: ${name}.k8s.yaml}\n`,
  );
  const files = Object.fromEntries(
    ['madrid', 'oslo'].map((name) => [`${name}.k8s.yaml`, readFileSync(join(dist, `${name}.k8s.yaml`), 'utf8')]),
  );
  const told = (format: string) =>
    call(folder.with({ ...files, 'cdk8s-strimzi.yaml': `sites:\n${sites.join('')}` }), [
      'report',
      'secrets',
      '-f',
      format,
    ]);

  it('lists them place by place, and then what is left to people', async () => {
    const { code, stdout, stderr } = await told('text');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /^namespace madrid of madrid$[^]*oslo-storefront +user.crt, user.key +KafkaUser storefront/m,
    );
    expect(stdout).toMatch(
      /madrid-kafka-cluster-ca-cert +ca.crt +Kafka kafka +kafka-cluster-ca-cert in namespace madrid of madrid +ExternalSecret +KafkaMirrorMaker2 orders +taken up/,
    );
    expect(stdout).toContain('By hand, in this order:\n\n# 1. ClusterSecretStore vault has to be there: madrid.');
    expect(stdout).toContain('rollout restart deployment/storefront');
  });

  it('is JSON, Markdown, and a script', async () => {
    expect((JSON.parse((await told('json')).stdout) as { secrets: unknown[] }).secrets).toHaveLength(4);
    expect((await told('markdown')).stdout).toMatch(/\| madrid-orders-source \|[^]*```sh\n# 1\. [^]*```\n$/);
    expect((await told('shell')).stdout).toMatch(/^# 1\. ClusterSecretStore/);
  });
});
