import type { OffsetsAction } from '../../model/connector';
import type { ChangeEffect } from '../change';
import { changed } from '../effects';

/** What comes of asking for something to be done with the offsets of a connector. */
export function offsetsEffect(was: OffsetsAction | undefined, is: OffsetsAction | undefined): ChangeEffect {
  const field = changed('metadata.annotations["strimzi.io/connector-offsets"]', was, is);
  if (is === undefined || is === 'list') return { class: 'no-effect', ...field, message: 'Offsets stay as they are.' };
  const message = 'The connector goes on from other offsets: records are skipped, or handled twice.';
  return { class: 'manual-step', ...field, message, remedy: 'Stop the connector first: state stopped.' };
}
