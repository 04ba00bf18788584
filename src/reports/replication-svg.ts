import type { ReplicatedCluster, Replication, ReplicationWay } from './replicated';
import { wayText } from './replication-mermaid';
import { escaped } from './svg-text';

const MARGIN = 24;
const BOX = 220;
const GAP = 200;
const LINE = 18;
/** Topics that a box has lines for; of more, the rest is counted. */
const MOST_TOPICS = 8;
/** Room below the boxes, for ways that lead back. */
const DIP = 40;
/** What ways between two boxes are apart. */
const APART = 22;
/** Characters that fit into a box, or beside an arrow. */
const LONGEST = 28;

interface Box {
  readonly cluster: ReplicatedCluster;
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** A picture of a replication topology: clusters with their topics from left to right as records go, an arrow for each way. */
export function replicationSvg(replication: Replication): string {
  const boxes = boxesOf(replication);
  const byName = new Map(boxes.map((box) => [box.cluster.name, box]));
  const bottom = Math.max(0, ...boxes.map(({ y, height }) => y + height));
  const arrows = arrowsOf(replication.ways, byName, bottom);
  const width = Math.max(0, ...boxes.map(({ x }) => x + BOX)) + MARGIN;
  const height = Math.max(bottom, ...arrows.map(({ lowest }) => lowest)) + MARGIN;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">
<title>Replication</title>
<defs><marker id="head" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z" fill="#3572b0"/></marker></defs>
<rect width="100%" height="100%" fill="#fff"/>
${[...boxes.map(boxSvg), ...arrows.map(({ svg }) => svg)].join('\n')}
</svg>
`;
}

function boxesOf({ clusters, ways }: Replication): readonly Box[] {
  const columns = columnsOf(clusters, ways);
  const filled = new Map<number, number>();
  return clusters.map((cluster) => {
    const column = columns.get(cluster.name) ?? 0;
    const lines = linesOf(cluster);
    const y = filled.get(column) ?? MARGIN;
    const height = LINE * (lines.length + 1) + LINE / 2;
    filled.set(column, y + height + 2 * LINE);
    return { cluster, lines, x: MARGIN + column * (BOX + GAP), y, height };
  });
}

function linesOf({ topics }: ReplicatedCluster): readonly string[] {
  const shown = topics.filter(({ as }) => as !== 'internal');
  const lines = shown.slice(0, MOST_TOPICS).map(({ name }) => name);
  const [more, internal] = [shown.length - lines.length, topics.length - shown.length];
  return [...lines, ...(more > 0 ? [`${more} more`] : []), ...(internal > 0 ? [`${internal} internal`] : [])];
}

/** How many mirrors away a cluster is from one that nothing comes to; a ring begins with its first. */
function columnsOf(clusters: Replication['clusters'], ways: readonly ReplicationWay[]): ReadonlyMap<string, number> {
  const leaving = new Map<string, string[]>();
  for (const { source, target } of ways) leaving.set(source, [...(leaving.get(source) ?? []), target]);
  const targets = new Set(ways.map(({ target }) => target));
  const columns = new Map<string, number>();
  const names = clusters.map(({ name }) => name);
  for (const start of [...names.filter((name) => !targets.has(name)), ...names]) {
    if (columns.has(start)) continue;
    columns.set(start, 0);
    // A set hands out what is added on the way.
    const open = new Set([start]);
    for (const name of open) {
      const next = (leaving.get(name) ?? []).filter((target) => !columns.has(target));
      for (const target of next) columns.set(target, (columns.get(name) ?? 0) + 1);
      for (const target of next) open.add(target);
    }
  }
  return columns;
}

interface Arrow {
  readonly svg: string;
  readonly lowest: number;
}

function arrowsOf(ways: readonly ReplicationWay[], boxes: ReadonlyMap<string, Box>, bottom: number): readonly Arrow[] {
  const alike = new Map<string, number>();
  let back = 0;
  return ways.flatMap((way): Arrow[] => {
    const [from, to] = [boxes.get(way.source), boxes.get(way.target)];
    if (!from || !to) return [];
    const pair = `${way.source}\0${way.target}`;
    const beside = alike.get(pair) ?? 0;
    alike.set(pair, beside + 1);
    return [from.x < to.x ? forward(way, from, to, beside) : around(way, from, to, bottom + DIP + APART * back++)];
  });
}

function forward(way: ReplicationWay, from: Box, to: Box, beside: number): Arrow {
  const [x1, x2] = [from.x + BOX, to.x];
  const [y1, y2] = [from.y + LINE + APART * beside, to.y + LINE + APART * beside];
  const middle = (x1 + x2) / 2;
  const path = `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
  return { svg: arrowSvg(way, path, { x: middle, y: (y1 + y2) / 2 - 4 }), lowest: y2 };
}

/** A way to a cluster that is not further to the right goes below all boxes. */
function around(way: ReplicationWay, from: Box, to: Box, depth: number): Arrow {
  const [x1, x2] = [from.x + BOX * 0.6, to.x + BOX * 0.4];
  const path = `M${x1} ${from.y + from.height}C${x1} ${depth} ${x1} ${depth} ${(x1 + x2) / 2} ${depth}S${x2} ${depth} ${x2} ${to.y + to.height}`;
  return { svg: arrowSvg(way, path, { x: (x1 + x2) / 2, y: depth - 4 }), lowest: depth };
}

function arrowSvg(way: ReplicationWay, path: string, { x, y }: { readonly x: number; readonly y: number }): string {
  const title = `${way.mirror}: ${wayText(way)}`;
  return `<g><title>${escaped(title)}</title><path d="${path}" fill="none" stroke="#3572b0" marker-end="url(#head)"/><text x="${x}" y="${y}" text-anchor="middle" fill="#3572b0">${escaped(short(wayText(way)))}</text></g>`;
}

function boxSvg({ cluster, lines, x, y, height }: Box): string {
  const rows = lines.map(
    (line, index) => `<text x="${x + 10}" y="${y + LINE * (index + 2)}">${escaped(short(line))}</text>`,
  );
  return `<rect x="${x}" y="${y}" width="${BOX}" height="${height}" rx="6" fill="#eef4fb" stroke="#3572b0"/><text x="${x + 10}" y="${y + LINE}" font-weight="bold">${escaped(short(cluster.name))}</text>${rows.join('')}`;
}

function short(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
