import { lossesWith } from '../../src/check/losses';
import type { Codec } from '../../src/dialects/common/codec';
import type { Described } from '../../src/dialects/read';
import { StrimziRelease } from '../../src/dialects/releases';
import type { Noun, Records } from '../../src/model/nouns';

/** The fields that a codec cannot say of a record, or that its operator asks for beside. */
export function told<N extends Noun>(codec: Codec<Records[N]>, noun: N, record: Records[N]): string[] {
  const described = { noun, record } as unknown as Described;
  const losses = lossesWith(codec, described, { release: StrimziRelease.V0_45 });
  return losses.map(({ field }) => field);
}
