import { visible } from '../check/formats/text';

/** A text that means itself: names of objects must not format, link or mention. */
export function escaped(text: string): string {
  return visible(text)
    .replace(/[\\`*_{}[\]#|~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('@', '&#64;');
}
