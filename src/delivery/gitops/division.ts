import { createHash } from 'crypto';
import type { Manifest } from '../../dialects/common/codec';

/** A share of objects, and what it is called. */
export interface Share<T> {
  readonly name: string;
  readonly items: readonly T[];
}

/**
 * Divides objects into shares of at most `limit`. Which share an object is in follows from its kind, namespace and name: a
 * share that grows too large falls into two, and no object of another one moves.
 *
 * @param name - of the share, where one is enough; others have a hyphen and the bits behind it that their objects begin with
 */
export function divided<T>(
  name: string,
  items: readonly T[],
  { limit, manifestOf }: { readonly limit: number; readonly manifestOf: (item: T) => Manifest },
): readonly Share<T>[] {
  if (items.length <= limit) return items.length === 0 ? [] : [{ name, items }];
  const shares: Share<T>[] = [];
  const open: Open<T>[] = [{ bits: '', items: items.map((item) => ({ item, hash: hashOf(manifestOf(item)) })) }];
  for (let share = open.pop(); share; share = open.pop()) {
    const { bits, items: inside } = share;
    if (inside.length <= limit || bits.length === HASH_BITS) {
      if (inside.length > 0) shares.push({ name: `${name}-${bits}`, items: inside.map(({ item }) => item) });
      continue;
    }
    const half = (bit: string): Open<T> => ({
      bits: bits + bit,
      items: inside.filter(({ hash }) => hash[bits.length] === bit),
    });
    open.push(half('1'), half('0'));
  }
  return shares;
}

interface Open<T> {
  readonly bits: string;
  readonly items: readonly { readonly item: T; readonly hash: string }[];
}

const HASH_BITS = 32;

/** The identity of an object as bits. The version of its API is no part of it: an upgrade moves nothing. */
function hashOf({ kind, metadata: { namespace = '', name } }: Manifest): string {
  const hash = createHash('sha256').update(`${kind}\0${namespace}\0${name}`).digest().readUInt32BE();
  return hash.toString(2).padStart(HASH_BITS, '0');
}
