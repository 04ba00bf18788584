import type { Acl, AclResource, Operation } from '../../model/acl';
import { defined } from './codec';
import type { Fitting, Shape } from './shape';

/** What readers take rules for: `operation` until 0.45, `operations` from 0.32 on. */
export const ACLS_SHAPE = [
  {
    type: 'text',
    resource: { type: 'text', name: 'text', patternType: 'text' },
    host: 'text',
    operation: 'text',
    operations: ['text'],
  },
] as const satisfies Shape;

/** A rule of a KafkaUser. */
export type WireAcl = Fitting<(typeof ACLS_SHAPE)[0]>;

/** What a rule is about. */
type WireAclResource = NonNullable<WireAcl['resource']>;

/** How an API version lists rules. */
export interface AclForm {
  readonly write: (acls: readonly Acl[]) => readonly WireAcl[];
  readonly read: (wire: readonly WireAcl[]) => Acl[];
  /** A rule in the form's own words. */
  readonly plain: (wire: WireAcl) => readonly WireAcl[];
  /** Whether `read` gives back what `write` wrote, rule for rule, whatever the rules are. */
  readonly faithful: boolean;
}

/** One rule for each operation. Rules about one thing that follow each other are one rule of the model. */
export const SINGLE_ACLS: AclForm = {
  write: (acls) =>
    acls.flatMap((acl) => acl.operations.map((operation) => ({ ...writeSubject(acl), operation, ...writeHost(acl) }))),
  read: (wire) => joinNeighbours(wire.filter(hasResource).map(readAcl)),
  plain: (wire) => {
    const { operations, ...rule } = plainResource(wire);
    if (operations === undefined || rule.operation !== undefined) return [plainResource(wire)];
    return operations.map((operation) => ({ ...rule, operation }));
  },
  // Of a rule without operations nothing is written.
  faithful: false,
};

/** One rule for all operations on a thing. */
export const JOINED_ACLS: AclForm = {
  write: (acls) => acls.map((acl) => ({ ...writeSubject(acl), operations: [...acl.operations], ...writeHost(acl) })),
  read: (wire) => wire.filter(hasResource).map(readAcl),
  plain: (wire) => {
    const { operation, ...rule } = plainResource(wire);
    return [operation !== undefined && rule.operations === undefined ? { ...rule, operations: [operation] } : rule];
  },
  faithful: true,
};

/** Rules about what the model does not know are kept by the codec. */
function hasResource(wire: WireAcl): wire is KnownAcl {
  const { type, name } = wire.resource ?? {};
  return type === 'cluster' || (name !== undefined && NAMED.includes(type));
}

const NAMED: readonly (string | undefined)[] = ['topic', 'group', 'transactionalId'];

type KnownAcl = WireAcl & { readonly resource: WireAclResource };

function readAcl({ type, resource, host, operation, operations }: KnownAcl): Acl {
  return defined<Acl>({
    type: type === 'deny' || type === 'allow' ? type : undefined,
    resource: readResource(resource),
    operations: (operations ?? (operation === undefined ? [] : [operation])) as Operation[],
    host,
  });
}

/** Operations are joined as long as each comes once: nothing gets lost when they are parted again. */
function joinNeighbours(acls: readonly Acl[]): Acl[] {
  const joined: Acl[] = [];
  for (const acl of acls) {
    const last = joined.at(-1);
    const isMore =
      last !== undefined && isAboutSame(last, acl) && !acl.operations.some((op) => last.operations.includes(op));
    if (isMore) joined[joined.length - 1] = { ...last, operations: [...last.operations, ...acl.operations] };
    else joined.push(acl);
  }
  return joined;
}

function isAboutSame(one: Acl, other: Acl): boolean {
  return one.type === other.type && one.host === other.host && subjectOf(one) === subjectOf(other);
}

function subjectOf({ resource }: Acl): string {
  return resource.type === 'cluster' ? 'cluster' : JSON.stringify([resource.type, resource.name, resource.patternType]);
}

/** The operator takes no name and no pattern of a rule about the cluster to heart. */
function plainResource(wire: WireAcl): WireAcl {
  return wire.resource?.type === 'cluster' ? { ...wire, resource: { type: 'cluster' } } : wire;
}

function writeSubject({ type, resource }: Acl): { type?: string; resource: WireAclResource } {
  return defined({ type, resource: defined({ ...resource }) });
}

function writeHost({ host }: Acl): { host?: string } {
  return host === undefined ? {} : { host };
}

function readResource({ type, name, patternType }: WireAclResource): AclResource {
  if (type !== 'topic' && type !== 'group' && type !== 'transactionalId') return { type: 'cluster' };
  return defined({ type, name: name ?? '', patternType: patternType as 'literal' | 'prefix' | undefined });
}
