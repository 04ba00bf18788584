import { escaped } from './svg-text';
import type { Hop } from './traces';

const WIDTH = 960;
const ROW = 28;
const NAMES = 420;
const FIGURES = 200;
const BARS = WIDTH - NAMES - FIGURES;
const MARGIN = 16;

/** A picture of how long each hop takes: a bar up to the median, a paler one up to the 99th percentile. */
export function hopsSvg(hops: readonly Hop[]): string {
  const longest = Math.max(...hops.map(({ p99 }) => p99), Number.EPSILON);
  const rows = hops.map((hop, index) => row(hop, 2 * MARGIN + ROW * (index + 1), BARS / longest));
  const height = 3 * MARGIN + ROW * (hops.length + 1);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="13">
<title>Response time of each hop</title>
<rect width="100%" height="100%" fill="#fff"/>
<text x="${MARGIN}" y="${2 * MARGIN}" font-weight="bold">Response time of each hop: median, and 99th percentile</text>
${rows.join('\n')}
</svg>
`;
}

function row({ service, operation, count, p50, p99 }: Hop, y: number, scale: number): string {
  const bar = (time: number, colour: string) =>
    `<rect x="${NAMES}" y="${y - 13}" width="${(time * scale).toFixed(1)}" height="16" fill="${colour}"/>`;
  return [
    `<text x="${MARGIN}" y="${y}">${escaped(`${service}: ${operation}`)}</text>`,
    bar(p99, '#bcd4f0'),
    bar(p50, '#3572b0'),
    `<text x="${NAMES + BARS + MARGIN}" y="${y}">${milliseconds(p50)}, ${milliseconds(p99)} (${count})</text>`,
  ].join('');
}

/** Milliseconds as people read them. */
export function milliseconds(time: number): string {
  return `${time < 10 ? time.toFixed(1) : time.toFixed(0)} ms`;
}
