import type { AclResource, Operation } from '../../src/model/acl';
import type { UserRecord } from '../../src/model/user';

/** One operation that one user may carry out, in the words of Kafka's own tools. */
export interface Rule {
  readonly principal: string;
  readonly permission: 'ALLOW' | 'DENY';
  readonly operation: string;
  readonly type: string;
  readonly pattern: 'LITERAL' | 'PREFIXED';
  readonly name: string;
  readonly host: string;
}

/** What a broker wrote of a request that it refused. */
export interface Denial {
  readonly principal: string;
  readonly operation: string;
  /** Type, pattern and name, as `Topic:LITERAL:orders`. */
  readonly resource: string;
}

/** The rules of a user, an operation each, as the User Operator gives them to Kafka. */
export function rulesOf({ name, acls = [] }: UserRecord): Rule[] {
  return acls.flatMap(({ type = 'allow', resource, operations, host = '*' }) =>
    operations.map((operation): Rule => ({
      principal: principalOf(name),
      permission: type === 'allow' ? 'ALLOW' : 'DENY',
      operation: constantOf(operation),
      ...patternOf(resource),
      host,
    })),
  );
}

/** What brokers call a user whose certificate the User Operator issued. */
export function principalOf(user: string): string {
  return `User:CN=${user}`;
}

/** A rule in words: `Write on topic orders`, `Read on topic audit.*` for a prefix. */
export function ruleText({ operation, type, pattern, name }: Rule): string {
  return `${wordOf(operation)} on ${type.toLowerCase().replace('_', ' ')} ${name}${pattern === 'PREFIXED' ? '*' : ''}`;
}

/** The refusals in a broker's log, each once. */
export function denialsIn(log: string): Denial[] {
  const found = new Map<string, Denial>();
  for (const match of log.matchAll(DENIED)) {
    const { principal = '', operation = '', resource = '' } = match.groups ?? {};
    const denial = { principal, operation: operation.replaceAll('_', '').toLowerCase(), resource };
    found.set(JSON.stringify(denial), denial);
  }
  return [...found.values()];
}

/** A refusal in a line. */
export function denialText({ operation, resource }: Denial): string {
  const [type = '', , ...name] = resource.split(':');
  return `${OPERATION_WORDS[operation] ?? operation} on ${type.toLowerCase()} ${name.join(':')}`;
}

const DENIED =
  /Principal = (?<principal>.+?) is Denied operation = (?<operation>\w+) from host = \S+ on resource = (?<resource>\S+)/gi;

/** Operations by the letters that all of Kafka's spellings of them share. */
const OPERATION_WORDS: Readonly<Record<string, Operation>> = {
  read: 'Read',
  write: 'Write',
  create: 'Create',
  delete: 'Delete',
  alter: 'Alter',
  describe: 'Describe',
  clusteraction: 'ClusterAction',
  alterconfigs: 'AlterConfigs',
  describeconfigs: 'DescribeConfigs',
  idempotentwrite: 'IdempotentWrite',
  all: 'All',
};

function wordOf(operation: string): string {
  return OPERATION_WORDS[operation.replaceAll('_', '').toLowerCase()] ?? operation;
}

/** `DescribeConfigs` as `DESCRIBE_CONFIGS`. */
function constantOf(word: string): string {
  return word.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
}

function patternOf(resource: AclResource): Pick<Rule, 'type' | 'pattern' | 'name'> {
  if (resource.type === 'cluster') return { type: 'CLUSTER', pattern: 'LITERAL', name: 'kafka-cluster' };
  return {
    type: constantOf(resource.type),
    pattern: resource.patternType === 'prefix' ? 'PREFIXED' : 'LITERAL',
    name: resource.name,
  };
}
