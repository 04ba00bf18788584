import type { Limit, Manifest } from '../dialects/common/codec';
import {
  AbsentKindError,
  codecFor,
  codecsOf,
  originOf,
  type AnyCodec,
  type Described,
  type Reader,
} from '../dialects/read';
import { StrimziRelease } from '../dialects/releases';
import { fieldText } from '../model/field';
import { isServedAt } from '../schema';
import { lossesBetween, withoutTwins } from './losses';
import { pruned, type Judge, type Pruned } from './pruned';
import { refusalsOf, type Refusal } from './refusals';

/** A record in the words of a reader. */
export interface Translation {
  /** The record in the words of the reader. */
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
function spelled(described: Described, codec: AnyCodec, reader: Reader): Pruned {
  const { release } = reader;
  const isOwn = originOf(described) === codec.apiVersion;
  const refusals = (manifest: Manifest): readonly Refusal[] => {
    const found = refusalsOf(manifest, release);
    if (!found && isStrimzi(codec)) throw new AbsentKindError(`${release.name} has no ${codec.kind}.`);
    return found ?? [];
  };
  if (!isOwn) return pruned(codec.adopt(described.record), refusals);
  const manifest = inTakenWords(described, codec, reader);
  return pruned(manifest, withoutUnknown(refusals, manifest));
}

/** The record in the words of the manifest that it was read from, where the release takes them, or else in its own. */
function inTakenWords(described: Described, codec: AnyCodec, { release, platform }: Reader): Manifest {
  const { wording: _, ...others } = described.record;
  const [origin = codec] = codecsOf(described, platform);
  let best = origin.write(described.record);
  let fewest = refusalsOf(best, release)?.length ?? 0;
  for (const record of [described.record, others]) {
    if (fewest === 0) break;
    const manifest = codec.write(record);
    const refused = refusalsOf(manifest, release)?.length ?? 0;
    if (refused < fewest) [best, fewest] = [manifest, refused];
  }
  return best;
}

function isStrimzi({ apiVersion }: AnyCodec): boolean {
  return apiVersion.startsWith('kafka.strimzi.io/');
}

/**
 * Of its own API, what no release takes stays in a manifest as it was read: it may be of a release of tomorrow. A field
 * that servers kept though no release knows it is of yesterday, and stays with those who keep it.
 */
function withoutUnknown(judge: Judge, written: Manifest): Judge {
  const refused = judge(written).filter((refusal) => !isKnown(refusal));
  if (refused.length === 0) return judge;
  const releases = StrimziRelease.ALL.filter(({ facts }) => isServedAt(written, facts.version));
  const ends = [releases[0], releases.at(-1)].filter((release) => release !== undefined);
  const atEnds = ends.map((release) => refusalsOf(written, release) ?? []);
  const texts = atEnds.map((refusals) => new Set(refusals.map(textOf)));
  const kept = new Set(atEnds.flat().flatMap((refusal) => (refusal.kept ? [textOf(refusal)] : [])));
  const unknown = new Set(
    refused
      .filter((refusal) => refusal.kept || !kept.has(textOf(refusal)))
      .map(textOf)
      .filter((text) => texts.every((each) => each.has(text))),
  );
  return (manifest) => judge(manifest).filter((refusal) => !unknown.has(textOf(refusal)));
}

function isKnown({ code, since, until }: Refusal): boolean {
  return code === 'kafka-version' || since !== undefined || until !== undefined;
}

function textOf({ path, code }: Refusal): string {
  return `${code} ${fieldText(path)}`;
}
