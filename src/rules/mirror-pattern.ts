import type { FieldPath } from '../model/field';
import { copies } from '../model/flows';
import { neverCopied } from '../model/mirrored-topics';
import { firstFields } from './find-field';
import { patternFault } from '../model/topic-pattern';
import { placesOf } from './places';
import { objectRule, type Breach, type JudgedObject } from './rule';

/** The patterns of a mirror are regular expressions that find something. */
export const mirrorPattern = objectRule({
  id: 'mirror-pattern',
  summary: 'The patterns of a mirror are regular expressions, and its topics are not empty or internal.',
  remedy: 'Name topics, or give a regular expression such as orders-.*, as Java has them.',
  effect: 'fails',
  source:
    'MirrorMaker 1 and the connectors of MirrorMaker 2 compile them as java.util.regex.Pattern; ReplicationPolicy.isInternalTopic (Kafka 2.4 to 4.3).',
  catalog: ['M2-043', 'M1-020'],
  nouns: ['mirrorMaker', 'mirrorMaker2'],
  check(mirror, report) {
    const breaches = patternsOf(mirror).flatMap((pattern) => breachOf(pattern) ?? internalBreach(pattern) ?? []);
    if (breaches.length === 0) return;
    const fields = firstFields(mirror.manifest, (key) => PATTERN_FIELD.test(key));
    for (const breach of breaches) report({ ...breach, field: fields.get(breach.given) ?? breach.field });
  },
});

function breachOf({ pattern, isTopics, fallback: field }: Pattern): Breach | undefined {
  const given = pattern;
  if (isTopics && pattern.trim() === '') {
    return {
      field,
      given,
      allowed: 'names or a regular expression',
      message: 'The mirror looks for no topic, and copies nothing.',
    };
  }
  const fault = patternFault(pattern);
  if (fault === undefined) return undefined;
  return {
    field,
    given,
    allowed: 'a regular expression, or several with commas between',
    message: `The pattern is no regular expression: ${fault}.`,
  };
}

/** Its policies leave internal topics out, whatever the pattern. */
function internalBreach({ pattern, isTopics, fallback: field }: Pattern): Breach | undefined {
  const names = isTopics && field[1] === 'mirrors' ? neverCopied(pattern) : [];
  if (names.length === 0) return undefined;
  return {
    effect: 'ignored',
    field,
    given: pattern,
    allowed: 'topics that begin with no __ and end with neither .internal nor -internal',
    message: `MirrorMaker 2 takes ${names.join(', ')} for internal, and never copies ${names.length === 1 ? 'it' : 'them'}.`,
    remedy: 'Leave it out, or give the topic another name.',
  };
}

const PATTERN_FIELD = /^(include|whitelist|(topics|groups)(Exclude|Blacklist)?Pattern)$/;

interface Pattern {
  readonly pattern: string;
  readonly isTopics: boolean;
  readonly fallback: FieldPath;
}

function patternsOf({ record, manifest }: JudgedObject<'mirrorMaker' | 'mirrorMaker2'>): Pattern[] {
  if ('include' in record) {
    const given = ['include', 'whitelist'].flatMap((name) => placesOf(manifest, `spec.${name}`));
    // That there is none, or none in the word of the release, is told of the whole.
    if (!given.some(({ value }) => value === record.include)) return [];
    return [{ pattern: record.include, isTopics: true, fallback: ['spec', 'include'] }];
  }
  return record.mirrors.flatMap((flow, index) => {
    const patterns = {
      topicsPattern: copies(flow) ? flow.topicsPattern : undefined,
      topicsExcludePattern: flow.topicsExcludePattern,
      groupsPattern: flow.groupsPattern,
      groupsExcludePattern: flow.groupsExcludePattern,
    };
    return Object.entries(patterns).flatMap(([name, pattern]) =>
      pattern === undefined
        ? []
        : [{ pattern, isTopics: name === 'topicsPattern', fallback: ['spec', 'mirrors', index, name] }],
    );
  });
}
