import { list, map, text } from '../../model/guarded';
import type { Manifest } from '../common/codec';
import { GROUP } from './index';

/** The Secret that an ExternalSecret makes; absent: the object is none. */
export function madeByExternalSecret({ apiVersion, kind, metadata, spec }: Manifest): string | undefined {
  if (kind !== 'ExternalSecret' || !apiVersion.startsWith(`${GROUP}/`)) return undefined;
  return text(map(map(spec)['target'])['name']) ?? metadata.name;
}

/** What a PushSecret puts where: the Secret, and what stores call it; absent: the object is none. */
export interface PushedSecret {
  readonly secret: string;
  readonly remoteKeys: readonly string[];
}

/** What a PushSecret puts where; absent: the object is none, or names no Secret. */
export function pushedBy({ apiVersion, kind, spec }: Manifest): PushedSecret | undefined {
  if (kind !== 'PushSecret' || !apiVersion.startsWith(`${GROUP}/`)) return undefined;
  const { selector, data } = map(spec);
  const secret = text(map(map(selector)['secret'])['name']);
  const remoteKeys = list(data).flatMap((each) => text(map(map(map(each)['match'])['remoteRef'])['remoteKey']) ?? []);
  return secret === undefined ? undefined : { secret, remoteKeys: [...new Set(remoteKeys)] };
}
