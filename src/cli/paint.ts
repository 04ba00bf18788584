import { styleText } from 'node:util';
import type { Paint } from '../check/formats/text';
import type { Io, Sink } from './io';

/** Colours for a stream: for people at a terminal, unless the environment says otherwise (NO_COLOR, FORCE_COLOR). */
export function paintFor({ env }: Io, sink: Sink): Paint | undefined {
  const { FORCE_COLOR: forced, NO_COLOR: plain, TERM: terminal } = env;
  if (forced !== undefined) return forced === '0' || forced === 'false' ? undefined : paint;
  if (plain !== undefined && plain !== '') return undefined;
  return sink.isTTY === true && terminal !== 'dumb' ? paint : undefined;
}

/** The stream was asked before; Node would ask that of the process. */
const paint: Paint = (style, text) => styleText(style, text, { validateStream: false });
