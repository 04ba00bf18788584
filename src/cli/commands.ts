import { CHANGE_CLASSES } from '../reports/change-class';
import { TEARDOWN, VERIFY } from './cluster/commands';
import { HELP, SITES, UNUSABLE, type Command } from './command';
import { RUNS } from './load';
import { MIGRATE } from './migration/command';

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
  policies:                      # of all sites; a site may have more
    - name: house rules
      topics: { names: [{ pattern: '[a-z]+[.].+' }], retention: { most: 30d } }

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
      isMany: true,
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
  summary:
    'tells what comes of manifests: who may do what, what operators make, what mirrors copy, which Secrets travel, how roles change',
  usage: [
    'access [PATH...] [options]',
    'inventory [PATH...] [options]',
    'replication [PATH...] [options]',
    'secrets [PATH...] [options]',
    'runbook OLD NEW [options]',
    'runbook REVISION PATH... [options]',
  ],
  about: `Reads manifests as check does, at a release or at the sites of cdk8s-strimzi.yaml.

access tells for each Kafka cluster who may do what, as the brokers would decide; why each rule of a user may be there:
which client application or mirror needs it, and for which request; which rules nobody in the manifests needs, or needs
on less; and what a client application or mirror needs and its user may not do.

inventory lists, for each namespace, what operators and Kubernetes make of the manifests: pods, claims with size and
storage class, Services, Routes and Ingresses, Secrets and ConfigMaps, with topics and users as kubectl lists them. In a
name, * stands for what Kubernetes makes up. Clusters are taken to be new; the operators' own pods are not among it.

replication follows each topic through all mirrors: what it is called at each cluster, where it comes from, which topics
mirrors keep to themselves, and what is odd: loops, names that meet, mirrors that copy nothing.

secrets lists the Secrets that mirrors, Kafka Connect, bridges and client applications read and that no operator makes
where they are: with keys, where they come from, what brings them, and what is left to people, as commands in order.
Contexts of kubectl are called as the Kubernetes clusters of the sites are. No value of a Secret is read.

runbook tells, in Markdown, the steps from one description to another in which the active and the passive of two
clusters change their roles: each step with its calls, and what to see before the next. OLD and NEW are named as for
diff.`,
  options: [
    ...SITES,
    {
      name: 'format',
      short: 'f',
      value: 'FORMAT',
      choices: ['text', 'json', 'markdown', 'mermaid', 'svg', 'shell'],
      about: 'text (if it is not said), json, markdown; mermaid, svg: of replication; shell: of secrets.',
    },
    { name: 'user', value: 'NAME', about: 'The user that access is told of; all, if it is not said.' },
    HELP,
  ],
  examples: [
    ['cdk8s-strimzi report access dist/ --release 1.2 --user checkout', 'what a user may do, and why'],
    ['cdk8s-strimzi report inventory dist/ --release 1.2', 'what a folder comes to'],
    ['cdk8s-strimzi report replication dist/ --release 1.2 -f mermaid', 'a picture for GitHub or GitLab'],
    ['cdk8s-strimzi report replication dist/ --release 1.2 -f svg', 'a picture for everything else'],
    ['cdk8s-strimzi report secrets dist/', 'which Secrets have to travel, and how'],
    ['cdk8s-strimzi report runbook main dist/ --release 1.2 > failover.md', 'the steps of a failover'],
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
  exit: { 0: 'it was told', 2: 'there is no such rule' },
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

/** All commands, in the order in which the help lists them. */
export const COMMANDS: readonly Command[] = [SYNTH, CHECK, DIFF, REPORT, CONVERT, MIGRATE, EXPLAIN, VERIFY, TEARDOWN];
