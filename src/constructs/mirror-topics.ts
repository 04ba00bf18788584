import { groupsOf } from './consumer-groups';
import type { MirrorProps } from './mirror';

/** The pattern that finds the topics: what was asked for, or their names. */
export function topicsPatternOf({ topics, topicsPattern }: Pick<MirrorProps, 'topics' | 'topicsPattern'>): string {
  return topicsPattern ?? patternOf(topics.map(({ topicName }) => topicName));
}

/** A pattern that finds names and nothing else: programs read each name as a regular expression. */
export function patternOf(names: readonly string[]): string {
  return [...names]
    .sort()
    .map((name) => name.replaceAll('.', '\\.'))
    .join(',');
}

/** Consumer groups whose offsets are copied. Known when the app is synthesized. */
export function mirroredGroups({ groups, topics, source, target }: MirrorProps): readonly string[] {
  if (groups) return [...groups].sort();
  const known = topics.flatMap(({ topicName }) => [...groupsOf(source, topicName), ...groupsOf(target, topicName)]);
  return [...new Set(known)].sort();
}
