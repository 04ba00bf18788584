import type { RuleId } from '../rules/registry';
import type { Effect } from '../rules/rule';

/** What can be wrong besides the rules. */
interface FaultKind {
  /** What is asked, in one sentence. */
  readonly summary: string;
  readonly effect: Effect;
  /** Who tells it. */
  readonly teller: 'judge' | 'construct' | 'app' | 'commandLine';
  /** What it follows from besides the construct itself: in doubt where that is. */
  readonly follows?: 'release' | 'wiring';
  /** Whether there would be no sound output with it: a waiver has no use. */
  readonly malformed?: true;
}

/** What is told of manifests, constructs and apps besides the rules. */
export const FAULTS = {
  'is-manifest': {
    summary: 'A manifest is an object with apiVersion, kind and metadata.',
    effect: 'refused',
    teller: 'judge',
    malformed: true,
  },
  'unique-object': {
    summary: 'No two objects of one Kubernetes cluster have one group, kind, namespace and name.',
    effect: 'fails',
    teller: 'judge',
    malformed: true,
  },
  'one-file-an-object': {
    summary: 'No two files of a folder have one object (a warning: they may take the place of each other).',
    effect: 'overridden',
    teller: 'judge',
  },
  'served-by-release': {
    summary: 'The operators of the site serve the apiVersion and kind of an object.',
    effect: 'refused',
    teller: 'judge',
  },
  'schema-accepts': {
    summary: 'Every object is what the schema of its CRD accepts; unknown fields are refused.',
    effect: 'refused',
    teller: 'judge',
  },
  'operator-reads-field': {
    summary:
      'The operator reads every field of an object (a warning: a server keeps what the CRDs of Strimzi up to 0.22 lack).',
    effect: 'ignored',
    teller: 'judge',
  },
  'release-says-field': {
    summary: 'The release of the site can say what is asked of the resource.',
    effect: 'refused',
    teller: 'judge',
    follows: 'wiring',
  },
  'unused-waiver': {
    summary: 'A waiver has a reason, and meets a finding.',
    effect: 'ignored',
    teller: 'judge',
  },
  'prop-unknown': {
    summary: 'Props have names that the class knows (a warning: no name is near, or a class of the team takes them).',
    effect: 'refused',
    teller: 'construct',
  },
  'prop-missing': {
    summary: 'Props and arguments that have to be given are there.',
    effect: 'refused',
    teller: 'construct',
    malformed: true,
  },
  'prop-type': {
    summary: 'Props and arguments are of the type that they are declared with.',
    effect: 'refused',
    teller: 'construct',
    malformed: true,
  },
  'prop-value': {
    summary:
      'Props and arguments with a fixed choice have one of its values, and numbers, shares and volumes are within bounds.',
    effect: 'refused',
    teller: 'construct',
    malformed: true,
  },
  'legal-name': {
    summary: 'Names of objects, topics, users, listeners and namespaces are legal where they are used.',
    effect: 'refused',
    teller: 'construct',
  },
  'unique-name': {
    summary: 'No two resources of one noun have one name in one scope.',
    effect: 'refused',
    teller: 'construct',
    malformed: true,
  },
  'release-has-noun': {
    summary: 'The release of the site has the noun.',
    effect: 'refused',
    teller: 'construct',
    follows: 'release',
    malformed: true,
  },
  'grant-at-own-cluster': {
    summary: 'A user is granted topics of its own Kafka cluster, and a mirror has users of its two.',
    effect: 'fails',
    teller: 'construct',
    follows: 'wiring',
  },
  'mirror-source-topics': {
    summary: 'A mirror copies topics of its source.',
    effect: 'fails',
    teller: 'construct',
    follows: 'wiring',
  },
  'active-passive': {
    summary:
      'The clusters of an active/passive pair are in two namespaces, of releases that mirror topics under their names.',
    effect: 'fails',
    teller: 'construct',
  },
  'mirror-bounds': {
    summary: 'What a mirror looks for can be bounded by names, so that its users get rights to it.',
    effect: 'fails',
    teller: 'construct',
    follows: 'wiring',
  },
  'topic-arrives': {
    summary:
      'A topic that is meant at another Kafka cluster is brought there by mirrors (a warning: nobody here can tell).',
    effect: 'unlooked',
    teller: 'construct',
    follows: 'wiring',
  },
  'granted-elsewhere': {
    summary:
      'A user that has its rights from elsewhere has what this topology asks for it (a warning: nobody here can tell that).',
    effect: 'unlooked',
    teller: 'construct',
    follows: 'wiring',
  },
  'beside-its-cluster': {
    summary: 'Topics, users and node pools are in the namespace of their Kafka cluster.',
    effect: 'fails',
    teller: 'construct',
    follows: 'wiring',
  },
  'cluster-label': {
    summary: 'Nobody gives a topic, a user or a node pool the label of another Kafka cluster.',
    effect: 'overridden',
    teller: 'construct',
  },
  'app-label': {
    summary: 'Nobody gives a client application, or its pods, another label app than its name.',
    effect: 'overridden',
    teller: 'construct',
  },
  'route-needs-openshift': {
    summary: 'A listener of the type route is on OpenShift (a warning: a site is told by its platform alone).',
    effect: 'unlooked',
    teller: 'construct',
  },
  'cluster-in-reach': {
    summary: 'A program can reach the Kafka cluster that it is wired to.',
    effect: 'fails',
    teller: 'construct',
    follows: 'wiring',
  },
  'user-fits-listener': {
    summary: "A program's user has the credentials that its listener asks for.",
    effect: 'fails',
    teller: 'construct',
    follows: 'wiring',
  },
  'secret-at-hand': {
    summary: 'Secrets that a program needs are in its namespace (a warning: somebody has to copy them).',
    effect: 'unlooked',
    teller: 'construct',
    follows: 'wiring',
  },
  'secret-transport': {
    summary: 'The way that Secrets come to a site can bring those that its programs need.',
    effect: 'fails',
    teller: 'construct',
    follows: 'wiring',
  },
  'tracing-in-reach': {
    summary: 'Traces of a program arrive where it sends them.',
    effect: 'fails',
    teller: 'construct',
    follows: 'wiring',
  },
  'client-workload': {
    summary:
      'An application of a team is in an object with pods and a container to tell, in the namespace of its site, once for a cluster and in variables of its own.',
    effect: 'fails',
    teller: 'construct',
  },
  'client-contract': {
    summary: 'An application of a team can be told what it needs in the variables of its contract.',
    effect: 'fails',
    teller: 'construct',
    follows: 'wiring',
  },
  'client-variable': {
    summary:
      'The container of an application sets no variable, and mounts nothing at a path, that follows from the topology.',
    effect: 'overridden',
    teller: 'construct',
    follows: 'wiring',
  },
  'client-image': {
    summary: 'A client application has an image.',
    effect: 'fails',
    teller: 'construct',
    follows: 'wiring',
  },
  'construct-is-valid': {
    summary: 'What constructs say of themselves through `node.addValidation`.',
    effect: 'fails',
    teller: 'app',
  },
  'one-writer-a-file': {
    summary: 'No two charts, objects or apps write one file.',
    effect: 'fails',
    teller: 'app',
    malformed: true,
  },
  'files-keep-order': {
    summary: 'What depends on something is in no file that comes before.',
    effect: 'fails',
    teller: 'app',
    malformed: true,
  },
  'no-dependency-cycle': {
    summary: 'Dependencies lead in no circle.',
    effect: 'fails',
    teller: 'app',
    malformed: true,
  },
  'is-json': {
    summary: 'Every value can be written as JSON.',
    effect: 'fails',
    teller: 'app',
    malformed: true,
  },
  'is-writable': {
    summary: 'Every object can be written.',
    effect: 'fails',
    teller: 'app',
    malformed: true,
  },
  'wave-after-needs': {
    summary: 'The wave that somebody chose for an object comes after what the object needs.',
    effect: 'unlooked',
    teller: 'app',
  },
  'needs-in-circle': {
    summary: 'What is brought in waves needs each other in no circle.',
    effect: 'unlooked',
    teller: 'app',
  },
  'order-within-reach': {
    summary: 'What depends on something comes by the same Application, or a Kustomization of the same Flux.',
    effect: 'ignored',
    teller: 'app',
  },
  'protected-claims': {
    summary: 'Where the claims of a Kafka cluster are protected, they are not deleted with it (`deleteClaim`).',
    effect: 'overridden',
    teller: 'app',
  },
  'is-yaml': {
    summary: 'Every file is sound YAML or JSON, each key once.',
    effect: 'refused',
    teller: 'commandLine',
    malformed: true,
  },
  'is-readable': {
    summary: 'Every file can be read, as text in UTF-8.',
    effect: 'refused',
    teller: 'commandLine',
    malformed: true,
  },
} as const satisfies Readonly<Record<string, FaultKind>>;

/** Id of what can be wrong besides the rules. */
export type FaultId = keyof typeof FAULTS;

/** Id of anything that a finding can be about. */
export type FindingRule = RuleId | FaultId;

/** What a fault follows from besides its construct; absent: nothing. */
export function followsFrom(rule: FaultId): FaultKind['follows'] {
  return (FAULTS[rule] as FaultKind).follows;
}

/** Whether a finding may be weighed and taken. */
export function isWaivable(rule: FindingRule): boolean {
  return !(rule in FAULTS && 'malformed' in FAULTS[rule as FaultId]);
}
