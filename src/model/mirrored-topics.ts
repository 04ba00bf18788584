import type { Flow } from './flows';
import { isEverything, partsOf, finds } from './topic-pattern';

/**
 * What MirrorMaker 2 leaves out where nobody says what to.
 * @see Kafka's `topics.exclude`, 2.4 to 4.3
 */
export const USUAL_TOPIC_EXCLUSION = String.raw`.*[\-\.]internal,.*\.replica,__.*`;
/**
 * The consumer groups that it leaves out then.
 * @see Kafka's `groups.exclude`, 2.4 to 4.3
 */
export const USUAL_GROUP_EXCLUSION = 'console-consumer-.*,connect-.*,__.*';
/** Topics that no policy of Kafka's lets through. */
const INTERNAL = /^(__|\.)|[.-]internal$/;

/** Whether a topic is one that mirrors keep to themselves, or Kafka does. */
function isInternal(topic: string): boolean {
  return INTERNAL.test(topic);
}

/** What a topic of the source is called at the target; absent: it is not copied, or a policy that is not known names it. */
export function copiedName(flow: Flow, topic: string): string | undefined {
  if (isHeartbeats(flow, topic)) return copiedHeartbeats(flow, topic);
  return flow.prefix !== undefined && isCopied(flow, topic) ? `${flow.prefix}${topic}` : undefined;
}

/** Whether a flow copies a topic of its source. */
export function isCopied(flow: Flow, topic: string): boolean {
  const { pattern, excluded, separator } = flow;
  if (!finds(pattern, topic) || topic.startsWith('__')) return false;
  // MirrorMaker 1 knows neither exclusions nor internal topics.
  if (separator === undefined) return true;
  return (
    !isInternal(topic) && !finds(excluded === '' ? USUAL_TOPIC_EXCLUSION : excluded, topic) && !cameFrom(flow, topic)
  );
}

/** The names that a pattern spells out, and that no MirrorMaker 2 copies. */
export function neverCopied(pattern: string): readonly string[] {
  return partsOf(pattern).flatMap((part) => ('name' in part && isInternal(part.name) ? [part.name] : []));
}

/** Whether a flow copies all topics that it may. */
export function copiesEverything(flow: Flow): boolean {
  return partsOf(flow.pattern).some((part) => 'expression' in part && isEverything(part.expression));
}

/** The topic that a MirrorMaker 2 writes heartbeats to. */
export const HEARTBEATS_TOPIC = 'heartbeats';

/** Heartbeats are known by their name, and by what is behind the aliases that were put before it. */
function isHeartbeats({ separator }: Flow, topic: string): boolean {
  if (separator === undefined) return false;
  return topic === HEARTBEATS_TOPIC || topic.endsWith(`${separator}${HEARTBEATS_TOPIC}`);
}

/** Heartbeats are copied whatever the pattern, and get the alias of the source whatever the policy. */
function copiedHeartbeats(
  { source, target, separator = '', prefix, copiesHeartbeats }: Flow,
  topic: string,
): string | undefined {
  if (!copiesHeartbeats || prefix === undefined || hasBeenAt(target.alias, separator, topic)) return undefined;
  return `${source.alias ?? ''}${separator}${topic}`;
}

/** A prefix tells where a topic came from: a copy is not copied back to any cluster that it has been at. */
function cameFrom({ prefix, separator = '', target }: Flow, topic: string): boolean {
  return prefix !== '' && hasBeenAt(target.alias, separator, topic);
}

function hasBeenAt(alias: string | undefined, separator: string, topic: string): boolean {
  return alias !== undefined && topic.split(separator).slice(0, -1).includes(alias);
}
