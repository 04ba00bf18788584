import { HELP, UNUSABLE, type Command } from '../command';
import { RUNS } from '../load';

/** `migrate`. */
export const MIGRATE: Command = {
  name: 'migrate',
  summary: 'plans the stages of an upgrade, and writes the manifests of each',
  usage: ['PATH... --release RELEASE --to RELEASE [options]'],
  about: `Reads the manifests of what runs, and prints the stages that lead to a later release of the operators: release by
release, with what has to come first. Of each stage it tells why it is one, what to do by hand before and after, and
what has to be so before the next; what operators would refuse if it were done in one step stands in front.

Stages bring Kafka to a version that both operators run, objects to an API that both serve, ZooKeeper to KRaft,
MirrorMaker 1 to MirrorMaker 2 without a record twice or none, the Jaeger client to OpenTelemetry, and Jaeger to its
second version. Each is a tree that is whole and valid at its release.

With --stage the manifests of one stage are written, and what is there already in a folder of --output has to be the
stage before: a stage that is left out is refused with its reason. What 'verify' says of the folder tells when the
next may come.`,
  options: [
    { name: 'release', value: 'RELEASE', about: 'The release that runs now, such as 0.45.2.' },
    { name: 'to', value: 'RELEASE', about: 'The release to arrive at, such as 1.2.' },
    { name: 'skip-releases', about: 'Leaves releases out where operators allow it.' },
    {
      name: 'stage',
      value: 'NUMBER',
      about: 'Writes the manifests of this stage, to standard output if no folder is named.',
    },
    {
      name: 'output',
      short: 'o',
      value: 'FOLDER',
      about: 'Where the stage is written: an empty folder, or that of the stage before.',
    },
    {
      name: 'format',
      short: 'f',
      value: 'FORMAT',
      choices: ['text', 'json'],
      about: 'How the plan is told: text (if it is not said) or json.',
    },
    HELP,
  ],
  examples: [
    ['cdk8s-strimzi migrate manifests/ --release 0.45.2 --to 1.2', 'the plan'],
    ['cdk8s-strimzi migrate manifests/ --release 0.45.2 --to 1.2 --stage 1 -o deploy/', 'its first stage'],
  ],
  exit: {
    0: 'the plan was printed, or the stage written',
    1: 'the way ends before the release, or a stage would be left out; it says why',
    2: UNUSABLE,
  },
  load: RUNS.migrate,
};
