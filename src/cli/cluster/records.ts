import type { ClientRecord } from '../../model/client';
import { readManifest } from '../../dialects/read';
import { objectId, resourceOf, type Identified, type ObjectId } from '../../reports/object-id';
import type { Kubectl } from './kubectl';

/** What the log of a client says of its records. */
export interface ClientRecords {
  readonly id: ObjectId;
  /** Records that it tells of in the time that was looked at. */
  readonly count: number;
  /** Why its log cannot be had. */
  readonly why?: string;
}

/** Contracts of clients whose logs tell of records. */
const OF_STRIMZI: ReadonlySet<ClientRecord['contract']> = new Set(['hello-world', 'strimzi-examples', 'test-clients']);

/**
 * How the example and test clients of Strimzi tell of a record in their logs.
 * @see https://github.com/strimzi/client-examples
 * @see https://github.com/strimzi/test-clients
 */
const RECORD = /\b(Sending messages?|Received message)\b/;

/** Asks the logs of the clients of Strimzi, so many milliseconds back, whether records flow. Other programs log in words of their own. */
export function clientRecords(
  manifests: readonly Identified[],
  since: number,
  kubectl: Kubectl,
): readonly ClientRecords[] {
  return manifests.flatMap((manifest) => {
    const id = objectId(manifest);
    const described = readManifest(manifest);
    const isTold = described?.noun === 'client' && OF_STRIMZI.has(described.record.contract);
    return id && isTold && described.record.role.type !== 'other' ? [recordsOf(id, since, kubectl)] : [];
  });
}

function recordsOf(id: ObjectId, since: number, kubectl: Kubectl): ClientRecords {
  const within = id.namespace === undefined ? [] : ['--namespace', id.namespace];
  const { ok, stdout, stderr } = kubectl.call([
    'logs',
    ...within,
    `${resourceOf(id)}/${id.name}`,
    `--since=${Math.ceil(since / 1000)}s`,
  ]);
  if (!ok) return { id, count: 0, why: stderr.trim() };
  return { id, count: stdout.split('\n').filter((line) => RECORD.test(line)).length };
}
