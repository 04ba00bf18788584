import type { FieldPath } from '../model/field';
import { DNS_LABEL, DNS_SUBDOMAIN, type NameRule } from '../model/names';
import { keepFaults, type PropFault } from '../props/kept';

/** What a value has to be, told so that a finding can print it. */
export interface ValueRule<T> {
  readonly allowed: string;
  readonly isLegal: (value: T) => boolean;
}

/** A number of objects. */
export const LIMIT: ValueRule<number> = {
  allowed: 'a whole number from 1',
  isLegal: (limit) => Number.isSafeInteger(limit) && limit > 0,
};

/** A folder within a repository. */
export const FOLDER: ValueRule<string> = {
  allowed: 'a path within the repository, such as dist or teams/shop/dist',
  isLegal: (path) => !path.startsWith('/') && !path.includes('\\') && !path.split('/').includes('..'),
};

/** Where a repository is. */
export const REPOSITORY: ValueRule<string> = {
  allowed: 'a URL, such as https://example.com/team/topology.git, or git@example.com:team/topology.git',
  isLegal: (url) => /^(?:[a-z][a-z\d+.-]*:\/\/[^\s/]\S*|[^\s/:@]+@[^\s/:]+:\S+)$/i.test(url),
};

/** The address of an API server. */
export const SERVER: ValueRule<string> = {
  allowed: 'the URL of an API server, such as https://kubernetes.default.svc',
  isLegal: (url) => /^https?:\/\/[^\s/]\S*$/i.test(url) || url === '*',
};

/** Something that Git has a name for. */
export const REVISION: ValueRule<string> = {
  allowed: 'a branch, a tag or a commit',
  isLegal: (revision) => /^[^\s~^:?[\\]+$/.test(revision),
};

/** A kind, with the group of its API. */
export const KIND: ValueRule<string> = {
  allowed: 'Kind or group/Kind',
  isLegal: (kind) => /^(?:(?:[a-z\d.-]+|\*)\/)?(?:[A-Za-z]\w*|\*)$/.test(kind),
};

/** An option of a sync. */
export const SYNC_OPTION: ValueRule<string> = {
  allowed: 'Name=value, such as CreateNamespace=true',
  isLegal: (option) => /^[A-Za-z]+=[^\s,]+$/.test(option),
};

/** The key of a label. */
export const LABEL_KEY: ValueRule<string> = {
  allowed: 'the key of a label: a name, with a DNS subdomain and a slash in front if need be',
  isLegal: (key) => {
    const [name = '', domain, ...more] = key.split('/').reverse();
    const isName = name.length <= 63 && /^[A-Za-z\d](?:[\w.-]*[A-Za-z\d])?$/.test(name);
    return isName && more.length === 0 && (domain === undefined || DNS_SUBDOMAIN.isLegal(domain));
  },
};

/** A password before the name of the host, or what hosts of Git call their tokens. */
function hasSecret(url: string): boolean {
  return /^(?:[^/]*\/\/)?[^/@:]*:[^/@]*@/.test(url) || /\/\/(?:gh[a-z]_|github_pat_|glpat-)[^/]*@/.test(url);
}

/** Longer texts are not told twice. */
const LONGEST = 60;

/** Holds what a GitOps tool is told to what it takes. Who takes the settings tells what is wrong. */
export class SettingValues {
  private readonly faults: PropFault[] = [];

  /** The name of an object. */
  name(path: FieldPath, name: string | undefined, rule: NameRule = DNS_SUBDOMAIN): this {
    return this.value(path, name, rule);
  }

  /** The name of a namespace. */
  namespace(path: FieldPath, name: string | undefined): this {
    return this.value(path, name, DNS_LABEL);
  }

  /** A value, if it is given. */
  value<T>(path: FieldPath, given: T | undefined, { allowed, isLegal }: ValueRule<T>): this {
    if (given === undefined) return this;
    const name = path.findLast((part) => typeof part === 'string') ?? '';
    if (isLegal(given)) return this;
    const due = allowed.length > LONGEST ? 'what is allowed' : allowed;
    return this.fault({ path, given, allowed, message: `${name} cannot have this value.`, remedy: `Give ${due}.` });
  }

  /** Values of a list, or by name. */
  each<T>(path: FieldPath, given: Readonly<Record<string, T>> | readonly T[] = [], rule: ValueRule<T>): this {
    const entries = Array.isArray(given) ? [...given.entries()] : Object.entries(given);
    for (const [at, value] of entries as [string | number, T][]) this.value([...path, at], value, rule);
    return this;
  }

  /** An address, which everybody reads who may read the manifests. */
  address(path: FieldPath, url: string, rule: ValueRule<string>): this {
    if (!hasSecret(url)) return this.value(path, url, rule);
    return this.fault({
      path,
      allowed: 'the URL without a password',
      message: 'There is a password or a token in the URL, which would be committed.',
      remedy: 'Give it to the tool as a Secret, and make another: this one stands in the program.',
    });
  }

  /** Leaves what is wrong to who takes the settings. */
  keepWith(settings: object): void {
    keepFaults(settings, this.faults);
  }

  private fault(fault: Omit<PropFault, 'rule'>): this {
    this.faults.push({ rule: 'prop-value', ...fault });
    return this;
  }
}
