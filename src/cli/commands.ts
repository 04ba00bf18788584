import type { Option } from './arguments';
import type { ExitCode } from './io';
import { RUNS, type Run } from './load';

/** A command of the command line. */
export interface Command {
  readonly name: string;
  /** What it does, in a few words. */
  readonly summary: string;
  /** What follows its name. */
  readonly usage: readonly string[];
  /** What it does, in full. */
  readonly about: string;
  readonly options: readonly Option[];
  readonly examples: readonly (readonly [command: string, what: string])[];
  /** What its exit codes mean. */
  readonly exit: Readonly<Record<ExitCode, string>>;
  /** Loads what runs it. */
  readonly load: () => Run;
}

/** What every command takes. */
export const HELP: Option = { name: 'help', short: 'h', about: 'Prints this.' };

const UNUSABLE = 'the call is not understood, or a file cannot be read';

const CHECK: Command = {
  name: 'check',
  summary: 'tells what is wrong with manifests, whoever wrote them',
  usage: ['[PATH...] [options]'],
  about: `Reads YAML and JSON: files, folders with all that is below them, and - for standard input. Holds every object of the
operators to the schema of its API, and all of them together to what the operators and Kafka ask beyond it.

What is right depends on the operators' release. Name it with --release; or describe the sites in a file
cdk8s-strimzi.yaml, which is looked for in this folder and those above it:

  sites:
    madrid:
      release: 0.45.2            # the operators that run there
      platform: openshift        # kubernetes, if it is not said
      namespace: kafka           # of objects that name none
      kubernetesCluster: onprem  # sites with one name reach each other's Services
      paths: [madrid, shared/*.yaml]
      waivers:
        user-can-log-in: The clusters are open.
    porto:
      release: 1.2
      paths: [porto]

Then the sites are judged together, and PATH may be left out. Templates of Helm, patches of kustomize and what is no
Kubernetes object are named and left out: check what 'helm template' and 'kustomize build' make of them.`,
  options: [
    { name: 'release', value: 'RELEASE', about: "The operators' release, such as 0.45.2, 1.2 or streams-2.9." },
    {
      name: 'platform',
      value: 'PLATFORM',
      choices: ['kubernetes', 'openshift'],
      about: 'What runs there: kubernetes (if it is not said) or openshift.',
    },
    { name: 'namespace', short: 'n', value: 'NAMESPACE', about: 'Where objects are that name no namespace.' },
    {
      name: 'config',
      value: 'FILE',
      about: 'A file that describes sites, in place of the nearest cdk8s-strimzi.yaml.',
    },
    {
      name: 'format',
      short: 'f',
      value: 'FORMAT',
      choices: ['text', 'json', 'sarif', 'github'],
      about: 'How findings are told: text (if it is not said), json, sarif, or github for a workflow.',
    },
    { name: 'quiet', short: 'q', about: 'Tells errors only.' },
    { name: 'max-warnings', value: 'COUNT', about: 'Ends with 1 where there are more warnings than that.' },
    HELP,
  ],
  examples: [
    ['cdk8s-strimzi check manifests/ --release 0.45.2', 'a folder'],
    ['kustomize build overlays/prod | cdk8s-strimzi check - --release 1.2', 'what another tool writes'],
    ['cdk8s-strimzi check', 'all sites of cdk8s-strimzi.yaml'],
    ['cdk8s-strimzi check dist/ --release 1.2 --format sarif > strimzi.sarif', 'for a code scanner'],
  ],
  exit: { 0: 'no errors', 1: 'an error was found, or more warnings than --max-warnings', 2: UNUSABLE },
  load: RUNS.check,
};

const CONVERT: Command = {
  name: 'convert',
  summary: 'writes manifests for another release, and tells what is lost',
  usage: ['PATH... --to RELEASE [options]'],
  about: `Reads manifests as check does and writes them in the API of another release. What a release cannot say is told with
its place, and then nothing is written unless the losses are allowed. What is no object of the operators stays as it is,
byte by byte; so does an object that the release says the same way. Comments within an object that is written anew are
lost.`,
  options: [
    { name: 'to', value: 'RELEASE', about: 'The release to write for, such as 1.2.' },
    {
      name: 'output',
      short: 'o',
      value: 'FOLDER',
      about: 'Where files are written, named as they are; standard output if it is not said.',
    },
    { name: 'in-place', about: 'Writes over the files that were read.' },
    { name: 'allow-losses', about: 'Writes what can be said, and tells the losses as warnings.' },
    HELP,
  ],
  examples: [
    ['cdk8s-strimzi convert manifests/ --to 1.2 -o converted/', 'a folder'],
    ['kubectl get kafkatopics -o yaml | cdk8s-strimzi convert - --to 1.2', 'what is in a cluster'],
  ],
  exit: { 0: 'all was written', 1: 'something would be lost, or is malformed; nothing was written', 2: UNUSABLE },
  load: RUNS.convert,
};

const EXPLAIN: Command = {
  name: 'explain',
  summary: 'tells what a rule asks, and why',
  usage: ['[RULE]'],
  about: `Tells what a rule asks, what comes of breaking it, where it comes from and what to do. Without a rule it lists all of
them. The rule of a finding stands before its place.`,
  options: [HELP],
  examples: [
    ['cdk8s-strimzi explain topic-replicas', 'one rule'],
    ['cdk8s-strimzi explain', 'all rules'],
  ],
  exit: { 0: 'it was told', 1: 'never', 2: 'there is no such rule' },
  load: RUNS.explain,
};

const SYNTH: Command = {
  name: 'synth',
  summary: 'runs a cdk8s program, and leaves all of its output or none',
  usage: ['[options]'],
  about: `Runs the program of cdk8s.yaml, of which it reads app and output, or the one that --app names. Unlike 'cdk8s synth' it does
not empty the output folder first: what is there stays as it is until all is judged and written. Then files are put in
their places together, files of earlier runs that are no longer described are removed, and nothing else is touched: neither
what was put there by hand nor what somebody changed, which is told.

With --check nothing is written: what the output folder lacks or has otherwise is told line by line. Programs with the App of
cdk8s itself are compared too; but they write by themselves, file by file.

The program is told by environment variables: CDK8S_OUTDIR is the output folder, CDK8S_STRIMZI_EDITED=overwrite says
what --overwrite-edited says. CDK8S_STRIMZI_COMPARE and CDK8S_STRIMZI_REPORT are between this command and the program.`,
  options: [
    { name: 'app', short: 'a', value: 'COMMAND', about: 'What runs the program; app of cdk8s.yaml if it is not said.' },
    {
      name: 'output',
      short: 'o',
      value: 'FOLDER',
      about: 'Where it writes; output of cdk8s.yaml if it is not said, or dist.',
    },
    { name: 'check', about: 'Writes nothing, and tells what is different.' },
    { name: 'watch', short: 'w', about: 'Does it again whenever a file of this folder or below changes.' },
    { name: 'overwrite-edited', about: 'Writes over files that somebody changed, or put there by hand.' },
    HELP,
  ],
  examples: [
    ['cdk8s-strimzi synth', 'the program of cdk8s.yaml'],
    ['cdk8s-strimzi synth --check', 'whether its output is what it gives, as in a pipeline'],
    ["cdk8s-strimzi synth --app 'npx tsx main.ts' --watch", 'while you write'],
  ],
  exit: {
    0: 'all was written; with --check, the output is what the program gives',
    1: 'the program failed, and nothing was written; with --check, something is different',
    2: UNUSABLE,
  },
  load: RUNS.synth,
};

/** All commands, in the order in which the help lists them. */
export const COMMANDS: readonly Command[] = [CHECK, CONVERT, SYNTH, EXPLAIN];
