import type { Limit, Manifest } from '../dialects/common/codec';
import { AbsentKindError, codecFor, originOf, type AnyCodec, type Described, type Reader } from '../dialects/read';
import { lossesBetween, withoutTwins } from './losses';
import { pruned, type Judge, type Pruned } from './pruned';
import { refusalsOf, type Refusal } from './refusals';

/** A record in the words of a reader. */
export interface Translation {
  readonly manifest: Manifest;
  /** What of the record, or of the manifest that it was read from, the manifest does not say. */
  readonly losses: readonly Limit[];
}

/**
 * Writes a record in the words of the reader, and tells what is lost on the way. What was read is carried over where the
 * reader's API has the same field at the same place and takes what stands there.
 * @throws where the reader has no such noun.
 */
export function translate(described: Described, reader: Reader): Translation {
  const codec = codecFor(described, reader);
  const written = spelled(described, codec, reader);
  const losses = lossesBetween(codec, described, reader, written);
  // What was read is there already: whoever judges it says what its operator asks for.
  const demands = originOf(described) === undefined ? codec.demands(described.record) : [];
  return { manifest: written.manifest, losses: withoutTwins(losses, demands) };
}

/**
 * Writes a record in the words of the reader.
 * @throws where the reader has no such noun.
 */
export function writeRecord(described: Described, reader: Reader): Manifest {
  return spelled(described, codecFor(described, reader), reader).manifest;
}

/**
 * What of a record, or of the manifest that it was read from, the reader cannot be told: `writeRecord` leaves it out.
 * @throws where the reader has no such noun.
 */
export function limitsOf(described: Described, reader: Reader): readonly Limit[] {
  return translate(described, reader).losses;
}

/** The record in the reader's words, without what its release refuses. */
function spelled(described: Described, codec: AnyCodec, { release }: Reader): Pruned {
  const isOwn = originOf(described) === codec.apiVersion;
  const refusals = (manifest: Manifest): readonly Refusal[] => {
    const found = refusalsOf(manifest, release);
    if (!found && described.noun === 'other' && isStrimzi(codec)) {
      throw new AbsentKindError(`${release.name} has no ${codec.kind}.`);
    }
    return found ?? [];
  };
  const judge = (manifest: Manifest): readonly Refusal[] =>
    isOwn ? refusals(manifest).filter(isOfOtherRelease) : refusals(manifest);
  return pruned(isOwn ? inTakenWords(described.record, codec, refusals) : codec.adopt(described.record), judge);
}

/** The record in the words of the manifest that it was read from, where the release takes them, or else in its own. */
function inTakenWords(record: Described['record'], codec: AnyCodec, judge: Judge): Manifest {
  const manifest = codec.write(record);
  const { wording, ...others } = record;
  const refused = wording ? judge(manifest).length : 0;
  if (refused === 0) return manifest;
  const plain = codec.write(others);
  return judge(plain).length < refused ? plain : manifest;
}

function isStrimzi({ apiVersion }: AnyCodec): boolean {
  return apiVersion.startsWith('kafka.strimzi.io/');
}

/** Of its own API, what no release knows stays in a manifest as it was read: it may be of a release of tomorrow. */
function isOfOtherRelease({ code, since }: Refusal): boolean {
  return code === 'kafka-version' || since !== undefined;
}
