import type { MirrorMakerRecord } from '../model/mirror-maker';
import type { MirrorEnd, MirrorProps } from './mirror';
import { topicsPatternOf } from './mirror-topics';

/** The record of a MirrorMaker 1. */
export function mirrorMakerRecord(
  common: Omit<MirrorMakerRecord, 'source' | 'target' | 'include'>,
  ends: { readonly source: MirrorEnd; readonly target: MirrorEnd },
  props: MirrorProps,
  name: string,
): MirrorMakerRecord {
  return {
    ...common,
    source: { ...ends.source.endpoint, groupId: props.consumerGroup ?? name },
    target: ends.target.endpoint,
    include: topicsPatternOf(props),
  };
}
