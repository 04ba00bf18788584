import type { Limit, Manifest } from '../dialects/common/codec';
import { equal } from '../dialects/common/values';
import { codecsOf, originOf, type AnyCodec, type Described, type Reader } from '../dialects/read';
import type { Noun, Records } from '../model/nouns';
import { lostFields } from './lost';
import type { Pruned } from './pruned';
import { placeOf } from './record-places';
import { Speakers } from './speakers';
import { Telling } from './telling';

type AnyRecord = Records[Noun];

/**
 * What of a record a codec has no words for, and what its operator asks for beside. Whether the release takes what is
 * written is for its schema to say. Costs next to nothing for nouns whose manifest says all of every record.
 * @param written - the manifest that the record was written to, where there is one
 */
export function lossesWith(
  codec: AnyCodec,
  described: Described,
  reader: Reader,
  written?: Manifest,
): readonly Limit[] {
  const { record } = described;
  const demands = codec.demands(record);
  if (codec.faithful && record.rest === undefined) return demands;
  const manifest = written ?? codec.adopt(record);
  const losses = lossesBetween(codec, described, reader, { manifest, refused: [], missing: [] });
  return withoutTwins(losses, demands);
}

/** Losses and demands, where each field is told once: a demand knows why. */
export function withoutTwins(losses: readonly Limit[], demands: readonly Limit[]): readonly Limit[] {
  if (losses.length === 0 || demands.length === 0) return losses.length === 0 ? demands : losses;
  const asked = new Map(demands.map((demand) => [demand.field, demand]));
  const lost = new Set(losses.map(({ field }) => field));
  return [...losses.map((loss) => asked.get(loss.field) ?? loss), ...demands.filter(({ field }) => !lost.has(field))];
}

/** What is lost of a record, and of the manifest that it was read from, where it is written as another manifest. */
export function lossesBetween(
  codec: AnyCodec,
  described: Described,
  reader: Reader,
  { manifest, refused, missing }: Pruned,
): readonly Limit[] {
  const record = bare(described.record);
  const origin = originCodec(described, reader);
  // Of one API releases have several spellings, and what was read in one of them may be written in it.
  const spelling = origin?.apiVersion === codec.apiVersion ? origin : codec;
  const back = spelling.agreed(spelling.understand(manifest), record);
  const isWhole = refused.length === 0 && missing.length === 0 && equal(back, record);
  if (isWhole && !origin) return [];
  const telling = new Telling(codec, reader, refused);
  if (origin) tellRead(telling, origin, described, spelling.agreed(spelling.read(manifest), record));
  if (!origin || !says(origin, record)) tellUnread(telling, codec, described, { manifest, back });
  else if (spelling === origin) tellCovered(telling, origin, described, back);
  for (const gap of missing) telling.tellMissing(gap);
  return telling.losses;
}

/** The codec that a record was read with; absent: it was never read. */
function originCodec(described: Described, { platform }: Reader): AnyCodec | undefined {
  return originOf(described) === undefined ? undefined : codecsOf(described, platform)[0];
}

/** Tells what is lost of a record that was never read, in words that say all of it. */
function tellUnread(
  telling: Telling,
  codec: AnyCodec,
  described: Described,
  { manifest, back }: { readonly manifest: Manifest; readonly back: AnyRecord },
): void {
  const record = bare(described.record);
  const codecs = codecsOf(described);
  const speaker = [codec, ...codecs].find((each) => says(each, record));
  if (!speaker) {
    compareRecords(telling, described, back);
    return;
  }
  const from = speaker.write(record);
  telling.compare(from, speaker === codec ? manifest : speaker.write(back), speakersOf(described, from));
}

/** Tells what is lost of the manifest that a record was read from. */
function tellRead(telling: Telling, origin: AnyCodec, described: Described, read: AnyRecord): void {
  for (const part of origin.unplaced(described.record)) telling.tellUnplaced(part);
  const from = origin.write(described.record);
  telling.compare(from, origin.adopt(inWordsOf(described.record, read)), speakersOf(described, from));
}

/** Tells what is said of a record since it was read, where what was kept of its manifest stands in the way. */
function tellCovered(telling: Telling, origin: AnyCodec, described: Described, back: AnyRecord): void {
  const record = bare(described.record);
  if (telling.losses.length > 0 || equal(back, record)) return;
  const from = origin.write(record);
  telling.compare(from, origin.write(back), speakersOf(described, from));
}

/** Who understands a record: all that a manifest says of it, or all of it in other words. */
function speakersOf(described: Described, manifest: Manifest): Speakers {
  if (described.record.rest) return new Speakers([manifest]);
  const record = bare(described.record);
  const others = codecsOf(described).filter((codec) => says(codec, record));
  return new Speakers([manifest, ...others.map((codec) => codec.write(record))]);
}

/** What was read back, in the wording of the manifest that was read first. */
function inWordsOf({ wording }: AnyRecord, { wording: _, ...record }: AnyRecord): AnyRecord {
  return wording ? { ...record, wording } : record;
}

/** Whether a codec's manifest says all of a record. */
function says(codec: AnyCodec, record: AnyRecord): boolean {
  return codec.faithful || equal(codec.agreed(codec.understand(codec.write(record)), record), record);
}

/** Tells what of a record has got lost where no manifest can say all of it. */
function compareRecords(telling: Telling, { noun, record }: Described, back: AnyRecord): void {
  for (const { path, value } of lostFields(bare(record), back)) {
    telling.tell({ path: placeOf(noun, path), value });
  }
}

/** A record without what was kept of a manifest. */
function bare({ rest: _, wording: __, ...record }: AnyRecord): AnyRecord {
  return record;
}
