import { CHANGE_CLASSES } from '../reports/change-class';
import type { Option } from './arguments';
import { CONTEXT } from './cluster/context';
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
  readonly exit: Readonly<Partial<Record<ExitCode, string>>>;
  /** Loads what runs it. */
  readonly load: () => Run;
}

/** What every command takes. */
export const HELP: Option = { name: 'help', short: 'h', about: 'Prints this.' };

const UNUSABLE = 'the call is not understood, or a file cannot be read';

/** Options that describe a site, or say where sites are described. */
const SITES: readonly Option[] = [
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
];

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

Then the sites are judged together, and PATH may be left out. With --release, files that have an object which others
have too are taken for alternatives, as in folders of examples: each is judged by itself, all others together.

Templates, objects with placeholders, patches of kustomize and what is no Kubernetes object are named and left out:
check what 'helm template' and 'kustomize build' make of them.`,
  options: [
    ...SITES,
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
byte by byte; so does an object that the release says the same way. An object of a kind that the release lacks is
lost as a whole: where losses are allowed it is left out. Comments within an object that is written anew are lost.`,
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

const DIFF: Command = {
  name: 'diff',
  summary: 'tells what a change of manifests does to Kafka',
  usage: ['OLD NEW [options]', 'REVISION PATH... [options]', 'REVISION..REVISION PATH... [options]'],
  about: `Compares two files or folders; or, if the first is none, what a revision of git has at the paths with what stands
there now; or two revisions. REVISION...REVISION begins where the two parted. Objects are told apart by kind, namespace
and name, so files may be cut otherwise and releases may differ: another version of the API has no effect.

Each thing that a change does is of a class:

  no-effect        nothing comes of it
  safe             something that nobody needs to fear
  restarts-pods    pods restart, one by one
  restarts-mirror  a mirror stops for a while, or for good
  narrows-access   somebody may do less
  widens-access    somebody may do more
  manual-step      operators refuse it or do half of it, or people have to do something
  may-lose-data    data can be lost, at once or later
  destroys-data    data is gone

What comes of objects of other kinds is not known here: they are named.`,
  options: [
    {
      name: 'allow',
      value: 'CLASS',
      choices: CHANGE_CLASSES,
      about: 'A class that does not count for the exit code; may be given several times.',
    },
    {
      name: 'format',
      short: 'f',
      value: 'FORMAT',
      choices: ['text', 'json', 'markdown'],
      about: 'How changes are told: text (if it is not said), json, or markdown for a pull request.',
    },
    HELP,
  ],
  examples: [
    ['cdk8s-strimzi diff main dist/', 'what stands in dist/ beside what main has there'],
    ['cdk8s-strimzi diff main...HEAD dist/ --format markdown', 'what a branch does, for its pull request'],
    ['cdk8s-strimzi diff old/ new/ --allow restarts-pods', 'two folders'],
  ],
  exit: {
    0: 'nothing but what has no effect, is safe or is allowed',
    2: UNUSABLE,
    3: 'the worst that is not allowed restarts pods',
    4: '… restarts a mirror',
    5: '… narrows access',
    6: '… widens access',
    7: '… needs a manual step',
    8: '… may lose data',
    9: '… destroys data',
  },
  load: RUNS.diff,
};

const REPORT: Command = {
  name: 'report',
  summary: 'tells what comes of manifests: what operators make, what mirrors copy where',
  usage: ['inventory [PATH...] [options]', 'replication [PATH...] [options]'],
  about: `Reads manifests as check does, at a release or at the sites of cdk8s-strimzi.yaml.

inventory lists, for each namespace, what operators and Kubernetes make of the manifests: pods, claims with size and
storage class, Services, Routes and Ingresses, Secrets and ConfigMaps, with topics and users as kubectl lists them. In a
name, * stands for what Kubernetes makes up. Clusters are taken to be new; the operators' own pods are not among it.

replication follows each topic through all mirrors: what it is called at each cluster, where it comes from, which topics
mirrors keep to themselves, and what is odd: loops, names that meet, mirrors that copy nothing.`,
  options: [
    ...SITES,
    {
      name: 'format',
      short: 'f',
      value: 'FORMAT',
      choices: ['text', 'json', 'markdown', 'mermaid'],
      about: 'How it is told: text (if it is not said), json, markdown; mermaid draws the replication.',
    },
    HELP,
  ],
  examples: [
    ['cdk8s-strimzi report inventory dist/ --release 1.2', 'what a folder comes to'],
    ['cdk8s-strimzi report replication dist/ --release 1.2 -f mermaid', 'a picture for GitHub or GitLab'],
  ],
  exit: { 0: 'all was read', 2: UNUSABLE },
  load: RUNS.report,
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
  about: `Runs the program of cdk8s.yaml, of which it reads app and output, or the one that --app names. Unlike 'cdk8s synth'
it does not empty the output folder first: what is there stays as it is until all is judged and written. Then files are
put in their places together, files of earlier runs that are no longer described are removed, and nothing else is
touched: neither what was put there by hand nor what somebody changed, which is told.

With --check nothing is written: what the output folder lacks or has otherwise is told line by line. Programs with the
App of cdk8s itself are compared too; but they write by themselves, file by file.

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

const TEARDOWN: Command = {
  name: 'teardown',
  summary: 'prints the ordered clean-up of what manifests describe, or does it',
  usage: ['PATH... [options]'],
  about: `Reads manifests and prints the calls of kubectl that delete what they describe, in the order in which nothing gets
stuck: programs, mirrors, topics and users while their operator runs, clusters, tracing, operators, namespaces.
Definitions of kinds stay: deleting one deletes all objects of the kind, whoever they belong to.

With --yes the calls are made; before the first one that deletes data it stops, unless --delete-data is said as well.
A step waits until its objects are gone; where one stays, what comes later is left alone.

KUBECTL names the program that is called, such as oc; kubectl if it is not said.`,
  options: [
    { name: 'yes', about: 'Makes the calls.' },
    { name: 'delete-data', about: 'Makes also those that delete data: topics, clusters, claims, namespaces.' },
    { name: 'claims', about: 'Deletes also the claims that clusters leave, and so their volumes.' },
    { name: 'timeout', value: 'TIME', about: 'How long each call may take, such as 90s; 10m if it is not said.' },
    CONTEXT,
    HELP,
  ],
  examples: [
    ['cdk8s-strimzi teardown dist/', 'what would be called'],
    ['cdk8s-strimzi teardown dist/ --yes --delete-data --claims', 'deletes everything'],
  ],
  exit: { 0: 'all calls were printed, or made', 1: 'it stopped, and says where', 2: UNUSABLE },
  load: RUNS.teardown,
};

const VERIFY: Command = {
  name: 'verify',
  summary: 'asks a cluster whether what manifests describe is there and ready',
  usage: ['PATH... [options]'],
  about: `Reads manifests, and asks the cluster of the kubeconfig for each object that they describe: whether it is there, and
what its operator says of it, in the operator's words. Waits until everything is ready, or the time is over.

With --release, or where a file cdk8s-strimzi.yaml describes the sites, it also asks for what operators and Kubernetes
make of the objects, as 'report inventory' lists it: whether pods are ready and claims bound, and whether Services,
Routes, Ingresses, Secrets and ConfigMaps are there. Of Secrets and ConfigMaps it asks for nothing but their names.

With --records the logs of Strimzi's example and test clients are asked whether records flow. With --traces Jaeger is
asked for the traces of all programs that trace themselves: how long each of their steps takes. The environment variable
JAEGER_TOKEN is sent as bearer token where the address asks for one.

KUBECTL names the program that is called, such as oc; kubectl if it is not said.`,
  options: [
    { name: 'wait', value: 'TIME', about: 'How long to wait, such as 90s; 10m if it is not said, and 0 for one look.' },
    { name: 'records', about: 'Asks the logs of clients whether records flow.' },
    { name: 'traces', value: 'URL', about: "Asks the Jaeger whose user interface is there for the programs' traces." },
    { name: 'since', value: 'TIME', about: 'How far back logs and traces are looked at; 2m if it is not said.' },
    { name: 'svg', value: 'FILE', about: 'Writes a picture of the response times.' },
    {
      name: 'format',
      short: 'f',
      value: 'FORMAT',
      choices: ['text', 'json'],
      about: 'text (if it is not said) or json.',
    },
    ...SITES,
    CONTEXT,
    HELP,
  ],
  examples: [
    ['cdk8s-strimzi verify dist/ --release 1.2', 'waits until all is ready, with what operators make of it'],
    ['cdk8s-strimzi verify dist/', 'only what is described'],
    ['cdk8s-strimzi verify dist/ --wait 0 --records --traces https://jaeger.example.com', 'one look, at the data too'],
  ],
  exit: { 0: 'everything is there and ready', 1: 'something is not, and it says what', 2: UNUSABLE },
  load: RUNS.verify,
};

/** All commands, in the order in which the help lists them. */
export const COMMANDS: readonly Command[] = [SYNTH, CHECK, DIFF, REPORT, CONVERT, EXPLAIN, VERIFY, TEARDOWN];
