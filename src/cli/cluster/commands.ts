import type { Option } from '../arguments';
import { HELP, SITES, UNUSABLE, type Command } from '../command';
import { RUNS } from '../load';

/** What every command takes that asks a Kubernetes cluster. */
const CONTEXT: Option = {
  name: 'context',
  value: 'CONTEXT',
  about: 'The context of the kubeconfig to use; the current one if it is not said.',
};

/** `teardown`. */
export const TEARDOWN: Command = {
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

/** `verify`. */
export const VERIFY: Command = {
  name: 'verify',
  summary: 'asks a cluster whether what manifests describe is there and ready',
  usage: ['PATH... [options]'],
  about: `Reads manifests, and asks the cluster of the kubeconfig for each object that they describe: whether it is there, and
what its operator says of it, in the operator's words. Waits until everything is ready, or the time is over.

With --release, or where a file cdk8s-strimzi.yaml describes the sites, it also asks for what operators and Kubernetes
make of the objects, as 'report inventory' lists it: whether pods are ready and claims bound, and whether Services,
Routes, Ingresses, Secrets and ConfigMaps are there. Of Secrets and ConfigMaps it asks for nothing but their names.

With --release a Kafka cluster is ready when the operator of that release has it in hand, runs the version of Kafka
that it names, and has its metadata where the annotation strimzi.io/kraft wants them: that is what the stages of
'migrate' wait for. With --next it tells what the operator of another release would refuse: of the manifests, and of
the versions in which the cluster stores objects.

With --records the logs of Strimzi's example and test clients are asked whether records flow. With --traces Jaeger is
asked for the traces of all programs that trace themselves: how long each of their steps takes. The environment variable
JAEGER_TOKEN is sent as bearer token where the address asks for one.

KUBECTL names the program that is called, such as oc; kubectl if it is not said.`,
  options: [
    { name: 'wait', value: 'TIME', about: 'How long to wait, such as 90s; 10m if it is not said, and 0 for one look.' },
    {
      name: 'next',
      value: 'RELEASE',
      about: 'Tells also what the operator of that release would refuse, before it comes.',
    },
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
