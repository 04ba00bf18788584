import type { ApiItem } from './api';

/** A page of the reference: a subject, and the files of the library that declare what belongs to it. */
export interface Page {
  /** Name of the file, without its end. */
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly holds: RegExp;
}

/** The pages in the order of the index. What two of them hold is on the first one. */
export const PAGES: readonly Page[] = [
  {
    name: 'app',
    title: 'Apps and what they write',
    about: 'The root of a program, and how its manifests are laid out in files.',
    holds: /^src\/delivery\/(app|layout|files|changes)$/,
  },
  {
    name: 'site',
    title: 'Sites',
    about: 'A Kubernetes cluster with a namespace, the release that runs there, and what goes from one to another.',
    holds:
      /^src\/(constructs\/(site|namespace|exposure|olm-operators|secret-transport)|dialects\/(releases|external-secrets)\/.*|model\/(platform|release)|wiring\/(identity|unreachable|secret-transport))$/,
  },
  {
    name: 'kafka-cluster',
    title: 'Kafka clusters',
    about: 'Clusters, their nodes and storage, who may do what there, and rebalances.',
    holds:
      /^src\/(constructs\/(kafka-cluster.*|imported-cluster|node-pool|nodes|node-ids|storage|placement|certificate-authority|authorization|cruise-control|kafka-exporter|rebalance|broker-quotas|entity-operator|tiered-storage|tls-sidecar)|model\/(cruise-control|kafka-cluster|node-pool|rebalance))$/,
  },
  {
    name: 'listeners',
    title: 'Listeners',
    about: 'How clients reach a cluster, and how they prove who they are.',
    holds: /^src\/(constructs\/(.*listener.*|authentication.*)|model\/listener)$/,
  },
  {
    name: 'topics-and-users',
    title: 'Topics, users and grants',
    about: 'Topics, users, and what the ones may do with the others.',
    holds:
      /^src\/(constructs\/(topic|user|imported-user|grant|interfaces)|model\/(acl|grant|permissions|user)|wiring\/name-matches)$/,
  },
  {
    name: 'teams',
    title: 'Teams and policies',
    about: 'Topics, users and grants that a team says in a file of its own, and what an organisation asks of them.',
    holds: /^src\/(constructs\/team.*|(check|model)\/policy)$/,
  },
  {
    name: 'mirrors',
    title: 'Mirrors',
    about: 'What copies topics from cluster to cluster, and pairs of clusters that change their roles.',
    holds: /^src\/(constructs\/(mirror.*|active-passive)|model\/mirror-maker-2|wiring\/(mirror.*|foreign-mirror))$/,
  },
  {
    name: 'connect',
    title: 'Connect and bridges',
    about: 'Workers of Kafka Connect with their plugins, connectors, and bridges for HTTP.',
    holds:
      /^src\/(constructs\/(connect|connector|connector-props|imported-connect|bridge)|model\/(bridge|connect|connector)|wiring\/connect-rights)$/,
  },
  {
    name: 'clients',
    title: 'Client applications',
    about: "Producers, consumers, streams, and teams' own workloads that are told of their cluster.",
    holds:
      /^src\/(constructs\/(client.*|kafka-access|kafka-client.*|login.*)|model\/(client|endpoint|env|kafka-access)|wiring\/(client-rights|credentials|wiring))$/,
  },
  {
    name: 'tracing',
    title: 'Tracing',
    about: 'Jaeger and other backends, their stores, and what programs send there.',
    holds:
      /^src\/(constructs\/(jaeger|tracing|trace-.*|sampling-policy)|model\/tracing|wiring\/trace-target|dialects\/dialect-names)$/,
  },
  {
    name: 'resources',
    title: 'What resources share',
    about: 'Names, labels, pods, logging, metrics and overrides, which several constructs take.',
    holds:
      /^src\/(constructs\/(resource|pausable|overrides|pods|workload|container|logging|metrics)|model\/(resource|json|made-objects|pods|workload|topology|nouns))$/,
  },
  {
    name: 'git-ops',
    title: 'Argo CD and Flux',
    about: 'What brings the manifests to the clusters.',
    holds: /^src\/delivery\/(argo-cd|flux|git-ops|protection)$/,
  },
  {
    name: 'functions',
    title: 'Functions on manifests',
    about: 'Reading, writing and translating manifests, and questions to them.',
    holds: /^src\/(delivery\/functions|dialects\/(common\/codec|read)|check\/(translation|modernise))$/,
  },
  {
    name: 'findings',
    title: 'Checks and findings',
    about: 'The judge of manifests, and what it tells.',
    holds: /^src\/(check|rules)\/|^src\/delivery\/strimzi-validation$/,
  },
  {
    name: 'reports',
    title: 'Reports',
    about: 'What there is, who may do what, and what a change does.',
    holds: /^src\/(reports\/.*|dialects\/made\/.*|delivery\/grant-requests|model\/authorizer)$/,
  },
  {
    name: 'migrations',
    title: 'Migrations',
    about: 'The stages from a release to a later one.',
    holds: /^src\/migration\//,
  },
  {
    name: 'settings',
    title: "Kafka's settings",
    about: 'The settings of brokers, topics, clients, Connect and MirrorMaker, of all versions of Kafka together.',
    holds: /^imports\/kafka-settings$/,
  },
];

/** The page of the records, which are exported together as `model`. */
export const RECORDS: Page = {
  name: 'model',
  title: 'Records',
  about:
    'The topology as plain data: the namespace `model`. What is exported by itself as well is on the page of its subject.',
  holds: /^src\/model\//,
};

/**
 * The page that an export is on.
 * @throws where there is none: whoever adds a file with exports says what they belong to
 */
export function pageOf({ name, fileUrlPath = '' }: ApiItem): Page {
  const file = fileUrlPath.replace(/^lib\//, '').replace(/\.d\.ts$/, '');
  const page = PAGES.find(({ holds }) => holds.test(file));
  if (!page) throw new Error(`${String(name)} of ${file} is on no page: name its file in scripts/reference/pages.ts`);
  return page;
}
