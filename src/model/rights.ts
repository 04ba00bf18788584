import { BROUGHT_BY, type Acl, type AclResource, type Operation } from './acl';

/** A right: one operation on one resource. */
export interface Right {
  readonly operation: Operation;
  /** One thing, all whose names begin alike, or all of a kind. */
  readonly resource: AclResource;
  /** Address that the user comes from; `*`: one that no rule names. */
  readonly host: string;
}

/** Kafka's word for every name, and every address. */
const ANY = '*';

/**
 * Rules of one user, of one type, that tell quickly whether they speak of a right.
 * @see https://kafka.apache.org/documentation/#security_authz
 * @see StandardAuthorizerData of Kafka 3.2 to 4.0, AclAuthorizer of Kafka 2.4 to 3.9
 */
export class Rights {
  private readonly resources = new Map<string, ResourceSet>();

  constructor(
    acls: readonly Acl[],
    private readonly type: 'allow' | 'deny',
  ) {
    for (const { operation, resource, host } of rightsOf(acls, type)) {
      const key = keyOf(operation, host);
      const known = this.resources.get(key) ?? new ResourceSet();
      known.add(resource);
      this.resources.set(key, known);
    }
  }

  /** Whether the rules allow, or deny, a right; that to many names only where they speak of all of them. */
  cover(right: Right): boolean {
    for (const resources of this.about(right)) if (resources.covers(right.resource)) return true;
    return false;
  }

  /** Whether the rules allow, or deny, a right to some of the names that it is about. */
  meet(right: Right): boolean {
    for (const resources of this.about(right)) if (resources.meets(right.resource)) return true;
    return false;
  }

  /** What rules name that are about an operation and an address. */
  private *about({ operation, host }: Right): Iterable<ResourceSet> {
    if (this.resources.size === 0) return;
    for (const from of host === ANY ? [ANY] : [host, ANY]) {
      yield* this.named(operation, from);
      yield* this.named('All', from);
      if (this.type === 'allow') for (const other of BROUGHT_BY[operation] ?? []) yield* this.named(other, from);
    }
  }

  private named(operation: Operation, host: string): readonly ResourceSet[] {
    const named = this.resources.get(keyOf(operation, host));
    return named ? [named] : [];
  }
}

/** All rules of one user: a denial outweighs what is allowed. */
export class Bounds {
  private readonly allowed: Rights;
  private readonly denied: Rights;

  constructor(acls: readonly Acl[]) {
    this.allowed = new Rights(acls, 'allow');
    this.denied = new Rights(acls, 'deny');
  }

  /** Whether all that a right is about is allowed, and none of it denied. */
  allow(right: Right): boolean {
    return this.allowed.cover(right) && !this.deny(right);
  }

  /** Whether some of what a right is about is denied. */
  deny(right: Right): boolean {
    return this.denied.meet(right);
  }

  /** Whether all that a right is about is allowed, but for single names that are denied. */
  mostlyAllow(right: Right): boolean {
    return this.allowed.cover(right) && !this.denied.cover(right);
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

/** Things by their names, by beginnings of names, or all of a kind. */
export class ResourceSet {
  private readonly names = new Map<AclResource['type'], Names>();

  add(resource: AclResource): void {
    const names = this.names.get(resource.type) ?? { literal: new Set(), prefix: new Set() };
    names[patternOf(resource)].add(nameOf(resource));
    this.names.set(resource.type, names);
  }

  /** Whether all is among them that a resource stands for. */
  covers(resource: AclResource): boolean {
    const names = this.names.get(resource.type);
    if (!names) return false;
    const name = nameOf(resource);
    if (names.literal.has(ANY) || (patternOf(resource) === 'literal' && names.literal.has(name))) return true;
    // A literal `*` means all names: only the empty prefix says as much.
    return hasBeginning(names, isAny(resource) ? '' : name);
  }

  /** Whether some of what a resource stands for is among them. */
  meets(resource: AclResource): boolean {
    if (this.covers(resource)) return true;
    const names = this.names.get(resource.type);
    if (!names || (patternOf(resource) === 'literal' && !isAny(resource))) return false;
    const beginning = isAny(resource) ? '' : nameOf(resource);
    return [...names.literal, ...names.prefix].some((name) => name.startsWith(beginning));
  }
}

interface Names {
  readonly literal: Set<string>;
  readonly prefix: Set<string>;
}

function hasBeginning({ prefix }: Names, name: string): boolean {
  if (prefix.size === 0) return false;
  for (let length = 0; length <= name.length; length += 1) if (prefix.has(name.slice(0, length))) return true;
  return false;
}

function keyOf(operation: Operation, host: string): string {
  return `${operation}\0${host}`;
}

function nameOf(resource: AclResource): string {
  return resource.type === 'cluster' ? '' : resource.name;
}

/** What is no pattern of Kafka's, in somebody's manifest, makes no name a beginning. */
function patternOf(resource: AclResource): 'literal' | 'prefix' {
  return resource.type !== 'cluster' && resource.patternType === 'prefix' ? 'prefix' : 'literal';
}

function isAny(resource: AclResource): boolean {
  return patternOf(resource) === 'literal' && nameOf(resource) === ANY;
}
