import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, parseAllDocuments, stringify } from 'yaml';
import { StrimziValidation, type StrimziValidationProps, type ValidationContext, type Violation } from '../../src';
import { ROOT } from '../../scripts/project';

const API = { apiVersion: 'kafka.strimzi.io/v1' };
const labels = { 'strimzi.io/cluster': 'k' };
const DEFAULTS = { 'default.replication.factor': 1, 'min.insync.replicas': 1 };
const cluster = [
  {
    ...API,
    kind: 'Kafka',
    metadata: { name: 'k' },
    spec: { kafka: { listeners: [{ name: 'tls', port: 9093, type: 'internal', tls: true }], config: DEFAULTS } },
  },
  {
    ...API,
    kind: 'KafkaNodePool',
    metadata: { name: 'p', labels },
    spec: { replicas: 3, roles: ['broker', 'controller'], storage: { type: 'persistent-claim', size: '1Gi' } },
  },
];
const topic = (replicas: number) => ({
  ...API,
  kind: 'KafkaTopic',
  metadata: { name: 't', labels },
  spec: { replicas },
});

function context(files: Readonly<Record<string, readonly unknown[]>>) {
  const violations: Violation[] = [];
  const logged: string[] = [];
  const seen = { violations, logged, status: '' };
  const given: ValidationContext = {
    manifests: Object.keys(files),
    parseManifest: (path) => files[path] ?? [],
    logger: { log: (message) => logged.push(message) },
    report: {
      addViolation: (violation) => violations.push(violation),
      submit: (status) => (seen.status = status),
    },
  };
  return { given, seen };
}

describe('the validation of cdk8s', () => {
  it('takes what is sound, and empty documents', async () => {
    const { given, seen } = context({ 'dist/a.yaml': [...cluster, null, topic(1)] });
    await new StrimziValidation({ release: 1.2 }).validate(given);
    expect(seen).toEqual({ violations: [], logged: [], status: 'success' });
  });

  it('tells errors with the file, the object, the field and what to do, and fails', async () => {
    const { given, seen } = context({ 'dist/a.yaml': cluster, 'dist/b.yaml': [topic(9)] });
    await new StrimziValidation({ release: '1.2.0' }).validate(given);
    expect(seen.status).toBe('failure');
    expect(seen.violations).toMatchObject([
      {
        ruleName: 'topic-replicas',
        fix: 'Ask for fewer replicas, or for more brokers. Allowed: 1 to 3, the brokers of k in the node pool p.',
        violatingResources: [{ resourceName: 't', locations: ['spec.replicas'], manifestPath: 'dist/b.yaml' }],
      },
    ]);
  });

  it('holds topics to policies', async () => {
    const { given, seen } = context({ 'a.yaml': [...cluster, topic(1)] });
    const policies = [{ name: 'house', topics: { names: [{ prefix: 'shop.' }] } }];
    await new StrimziValidation({ release: '1.2', policies }).validate(given);
    expect(seen).toMatchObject({ status: 'failure', violations: [{ ruleName: 'topic-policy' }] });
  });

  it('names the file of what stands in a List', async () => {
    const { given, seen } = context({ 'dist/a.yaml': [{ apiVersion: 'v1', kind: 'List', items: [topic(0)] }] });
    await new StrimziValidation({ release: '1.2' }).validate(given);
    expect(seen.violations).toMatchObject([{ violatingResources: [{ manifestPath: 'dist/a.yaml' }] }]);
  });

  it('does not fail for a warning', async () => {
    const { given, seen } = context({ 'a.yaml': cluster });
    await new StrimziValidation({ release: '1.2', waivers: { 'topic-replicas': 'Soon.' } }).validate(given);
    expect(seen).toMatchObject({ status: 'success', violations: [{ ruleName: 'unused-waiver' }] });
  });

  it('holds each file to the release of its site, and says which file is of none', async () => {
    const { given, seen } = context({ 'dist/new.yaml': [topic(1)], 'dist/old.yaml': [topic(1)], 'dist/x.yaml': [] });
    const sites = [
      { files: ['new.yaml'], release: '1.2' },
      { files: ['old.yaml'], release: '0.45' },
    ];
    await new StrimziValidation({ sites }).validate(given);
    expect(seen.violations).toMatchObject([
      { ruleName: 'served-by-release', violatingResources: [{ manifestPath: 'dist/old.yaml' }] },
    ]);
    expect(seen.logged).toEqual(['dist/x.yaml is of no site, and not judged']);
  });

  it('tells an object that cdk8s reads as far as its stack goes', async () => {
    const deep = JSON.stringify({ ...topic(1), spec: { config: 'HERE' } }).replace(
      '"HERE"',
      `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
    );
    // As cdk8s calls it: what the package says of the end of its stack is not looked at.
    const read = parseAllDocuments(deep).map((document) => document.toJS() as unknown);
    const { given, seen } = context({ 'dist/a.yaml': [...cluster, ...read] });
    await new StrimziValidation({ release: '1.2' }).validate(given);
    expect(seen.status).toBe('failure');
    expect(seen.violations).toMatchObject([
      { ruleName: 'is-manifest', recommendation: 'The object is nested too deeply to be read, or contains itself.' },
    ]);
  });

  it('throws for a release that none is, and for a file that is not there', () => {
    expect(() => new StrimziValidation({ release: '9.9' })).toThrow('no release "9.9"');
    const validation = new StrimziValidation({ sites: [{ files: ['gone.yaml'], release: '1.2' }] });
    expect(() => validation.validate(context({ 'a.yaml': [] }).given)).toThrow('no file gone.yaml was written');
  });
});

const PAGE = readFileSync(join(ROOT, 'docs/findings.md'), 'utf8');
const SHOWN = [...PAGE.matchAll(/```cdk8s\.yaml\n([\s\S]*?)```/g)].map(([, text = '']) => parse(text) as Shown);

interface Shown {
  readonly validations: readonly { readonly class: string; readonly properties: StrimziValidationProps }[];
}

it('what the page of findings shows of cdk8s.yaml is what the class takes', async () => {
  const shown = SHOWN.flatMap(({ validations }) => validations);
  expect(shown).toHaveLength(2);
  for (const { class: name, properties } of shown) {
    expect(name).toBe(StrimziValidation.name);
    const { given, seen } = context({ 'dist/madrid.k8s.yaml': [], 'dist/lisbon.k8s.yaml': [] });
    await new StrimziValidation(properties).validate(given);
    expect(seen.status).toBe('success');
  }
});

describe('`cdk8s synth` of a program on plain cdk8s', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'validation-'))));
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** A program, the plugin as `validations` names it, and the command. */
  function synth(objects: readonly unknown[]) {
    const program = `
      const { App, Chart, ApiObject } = require(${JSON.stringify(join(ROOT, 'node_modules/cdk8s'))});
      const app = new App();
      const chart = new Chart(app, 'c');
      for (const [index, object] of ${JSON.stringify(objects)}.entries()) new ApiObject(chart, 'o' + index, object);
      app.synth();`;
    writeFileSync(join(folder, 'main.js'), program);
    writeFileSync(
      join(folder, 'index.js'),
      `require(${JSON.stringify(join(ROOT, 'node_modules/tsx/dist/cjs/index.cjs'))});
       exports.StrimziValidation = require(${JSON.stringify(join(ROOT, 'src/delivery/strimzi-validation.ts'))}).StrimziValidation;`,
    );
    const validation = {
      package: folder,
      version: '0.0.0',
      class: 'StrimziValidation',
      properties: { release: '1.2' },
    };
    const config = { language: 'typescript', app: 'node main.js', validations: [validation] };
    writeFileSync(join(folder, 'cdk8s.yaml'), stringify(config));
    const bin = join(ROOT, 'node_modules/.bin/cdk8s');
    const command = [bin, 'synth', '--check-upgrade=false', '--validation-reports-output-file=report.json'];
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: folder, encoding: 'utf8' });
    return { status, output: stdout + stderr };
  }

  it('passes where the manifests are sound, and fails with the finding where not', () => {
    expect(synth([...cluster, topic(1)])).toMatchObject({ status: 0 });
    rmSync(join(folder, 'report.json'));
    const { status, output } = synth([...cluster, topic(9)]);
    expect(output).toContain('topic-replicas');
    expect(status).toBe(2);
    const { reports } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as { reports: unknown };
    expect(reports).toMatchObject([
      {
        summary: { status: 'failure' },
        violations: [
          { ruleName: 'topic-replicas', violatingConstructs: [{ resourceName: 't', constructPath: 'c/o2' }] },
        ],
      },
    ]);
  }, 120_000);
});
