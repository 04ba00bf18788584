import type { Acl, AclResource, Operation } from '../model/acl';

/** A right: one operation on one resource. */
export interface Right {
  readonly operation: Operation;
  readonly resource: AclResource;
  /** Address that the user must come from; `*`: any. */
  readonly host: string;
}

/** Operations that come with another one where it is allowed; a denial is of itself alone. */
const IMPLIED: Readonly<Partial<Record<Operation, readonly Operation[]>>> = {
  Describe: ['Read', 'Write', 'Delete', 'Alter'],
  DescribeConfigs: ['AlterConfigs'],
};

/** The names that rules of one kind, operation and host are about. */
interface Names {
  readonly literal: Set<string>;
  readonly prefix: Set<string>;
}

const ANY = '*';

/**
 * Rules of one user, of one type, that tell quickly whether they cover a right.
 * @see https://kafka.apache.org/documentation/#security_authz
 */
export class Rights {
  private readonly names = new Map<string, Names>();

  constructor(
    acls: readonly Acl[],
    private readonly type: 'allow' | 'deny',
  ) {
    for (const right of rightsOf(acls, type)) this.add(right);
  }

  /** Whether the rules allow, or deny, a right; that to many names only where they speak of all of them. */
  cover({ operation, resource, host }: Right): boolean {
    const implied = this.type === 'allow' ? (IMPLIED[operation] ?? []) : [];
    return [operation, 'All' as const, ...implied].some((each) =>
      [host, ANY].some((from) => this.hasName(this.names.get(keyOf(resource, each, from)), resource)),
    );
  }

  private add({ operation, resource, host }: Right): void {
    const key = keyOf(resource, operation, host);
    const names = this.names.get(key) ?? { literal: new Set(), prefix: new Set() };
    names[patternOf(resource)].add(nameOf(resource));
    this.names.set(key, names);
  }

  private hasName(names: Names | undefined, resource: AclResource): boolean {
    if (!names) return false;
    const name = nameOf(resource);
    if (names.literal.has(ANY) || (patternOf(resource) === 'literal' && names.literal.has(name))) return true;
    // A literal `*` means all names: only the empty prefix says as much.
    const longest = isAny(resource) ? 0 : name.length;
    for (let length = 0; length <= longest && names.prefix.size > 0; length += 1) {
      if (names.prefix.has(name.slice(0, length))) return true;
    }
    return false;
  }
}

/** The rights that rules of a type name, one for each operation. */
export function rightsOf(acls: readonly Acl[], type: 'allow' | 'deny'): readonly Right[] {
  return acls.flatMap((acl) => {
    if ((acl.type ?? 'allow') !== type) return [];
    const { resource, operations, host = ANY } = acl;
    return operations.map((operation) => ({ operation, resource, host }));
  });
}

function keyOf({ type }: AclResource, operation: Operation, host: string): string {
  return `${type}\0${operation}\0${host}`;
}

function nameOf(resource: AclResource): string {
  return resource.type === 'cluster' ? '' : resource.name;
}

function patternOf(resource: AclResource): 'literal' | 'prefix' {
  return resource.type === 'cluster' ? 'literal' : (resource.patternType ?? 'literal');
}

function isAny(resource: AclResource): boolean {
  return patternOf(resource) === 'literal' && nameOf(resource) === ANY;
}
