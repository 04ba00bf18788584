import type { Replication, ReplicationWay } from './replicated';

/** A picture of a replication topology in Mermaid's words, which GitHub and GitLab draw. */
export function replicationMermaid({ clusters, ways }: Replication): string {
  const ids = new Map(clusters.map(({ name }, index) => [name, `c${index}`]));
  const nodes = clusters.map(({ name, topics }) => {
    const count = topics.filter(({ as }) => as !== 'internal').length;
    return `  ${ids.get(name) ?? ''}["${quoted(name)}<br/>${count} ${count === 1 ? 'topic' : 'topics'}"]`;
  });
  const arrows = ways.map(
    (way) => `  ${ids.get(way.source) ?? ''} -->|"${quoted(wayText(way))}"| ${ids.get(way.target) ?? ''}`,
  );
  return ['flowchart LR', ...nodes, ...arrows, ''].join('\n');
}

/** What a way copies, and as what. */
export function wayText({ topics, prefix }: ReplicationWay): string {
  if (prefix === undefined) return `${topics}, names unknown`;
  return prefix === '' ? topics : `${topics} as ${prefix}…`;
}

/** Mermaid takes a quote for the end of a text, and a hash for the beginning of a code. */
function quoted(text: string): string {
  return text.replace(/[#"<>&|]/g, (character) => `#${character.charCodeAt(0)};`);
}
