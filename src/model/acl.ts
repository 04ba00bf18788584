/** What an ACL allows on a resource. */
export type Operation =
  | 'Read'
  | 'Write'
  | 'Create'
  | 'Delete'
  | 'Alter'
  | 'Describe'
  | 'ClusterAction'
  | 'AlterConfigs'
  | 'DescribeConfigs'
  | 'IdempotentWrite'
  | 'All';

/** The order in which operations are written. */
const OPERATIONS: readonly Operation[] = [
  'Read',
  'Write',
  'Create',
  'Delete',
  'Alter',
  'Describe',
  'ClusterAction',
  'AlterConfigs',
  'DescribeConfigs',
  'IdempotentWrite',
  'All',
];

/** Operations that come with another one where it is allowed; a denial is of itself alone. */
export const BROUGHT_BY: Readonly<Partial<Record<Operation, readonly Operation[]>>> = {
  Describe: ['Read', 'Write', 'Delete', 'Alter'],
  DescribeConfigs: ['AlterConfigs'],
};

/** What Kafka asks for on each kind of resource. */
export const OPERATIONS_OF: Readonly<Record<AclResource['type'], readonly Operation[]>> = {
  topic: ['Read', 'Write', 'Create', 'Delete', 'Alter', 'Describe', 'AlterConfigs', 'DescribeConfigs'],
  group: ['Read', 'Delete', 'Describe', 'AlterConfigs', 'DescribeConfigs'],
  transactionalId: ['Write', 'Describe'],
  cluster: ['Create', 'Alter', 'Describe', 'ClusterAction', 'AlterConfigs', 'DescribeConfigs', 'IdempotentWrite'],
};

/** What an ACL is about. */
export type AclResource =
  | { readonly type: 'topic' | 'group' | 'transactionalId'; readonly name: string; readonly patternType?: PatternType }
  | { readonly type: 'cluster' };

/** Whether the name is the whole of it or its beginning. */
export type PatternType = 'literal' | 'prefix';

/** What a user may do with a resource: all of it is known at once. */
export interface Acl {
  /** @default allow */
  readonly type?: 'allow' | 'deny';
  /** What the rule is about. */
  readonly resource: AclResource;
  /** What the user may do with it, or may not. */
  readonly operations: readonly Operation[];
  /** Address that the user must come from; `*`: any. */
  readonly host?: string;
}

/**
 * Brings ACLs into the one form that a model holds: rules about one thing joined, operations and rules in a fixed order.
 */
export function mergeAcls(acls: readonly Acl[]): readonly Acl[] {
  const merged = new Map<string, Acl[]>();
  for (const acl of acls) {
    const subject = subjectOf(acl);
    const known = merged.get(subject);
    if (known) known.push(acl);
    else merged.set(subject, [acl]);
  }
  const subjects = [...merged.keys()].sort();
  return subjects.map((subject) => joined(merged.get(subject) ?? []));
}

/** Joined rules without the operations that another operation of the same rule brings. */
export function withoutBrought(acls: readonly Acl[]): readonly Acl[] {
  return mergeAcls(acls).map((acl) => {
    const { type, operations } = acl;
    const isBrought = (operation: Operation): boolean =>
      BROUGHT_BY[operation]?.some((other) => operations.includes(other)) ?? false;
    if (type === 'deny' || !operations.some(isBrought)) return acl;
    return { ...acl, operations: operations.filter((operation) => !isBrought(operation)) };
  });
}

/** Rules about one thing as one. */
function joined(acls: readonly Acl[]): Acl {
  const [{ type, resource, host }] = acls as readonly [Acl];
  return { ...(type && { type }), resource, operations: inOrder(acls), ...(host !== undefined && { host }) };
}

/** The operations of rules. Most rules have one. */
function inOrder(acls: readonly Acl[]): readonly Operation[] {
  const [first] = acls as readonly [Acl];
  if (acls.length === 1 && first.operations.length === 1) return first.operations;
  return OPERATIONS.filter((operation) => acls.some((acl) => acl.operations.includes(operation)));
}

/** The order in which resources are listed. */
export const RESOURCE_RANKS: Readonly<Record<AclResource['type'], number>> = {
  topic: 0,
  group: 1,
  transactionalId: 2,
  cluster: 3,
};

/** What rules are joined by, as text that sorts: topics, groups, transactional ids, the cluster. */
export function subjectOf({ type, resource, host }: Acl): string {
  const rank = RESOURCE_RANKS[resource.type];
  const named = resource.type === 'cluster' ? '' : `${resource.name}\u0000${resource.patternType ?? ''}`;
  return `${rank}\u0000${named}\u0000${type ?? ''}\u0000${host ?? ''}`;
}
