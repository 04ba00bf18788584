import { fieldText } from '../model/field';
import { nearestNames } from '../text/nearest';
import type { Fault } from './faults';
import type { TeamContent, TeamTopic, TeamTopicSettings } from './team-props';

/** What a topic is like at a site. */
export function settingsAt({ at, sites: _, ...topic }: TeamTopic, site: string): Omit<TeamTopic, 'at' | 'sites'> {
  const here: TeamTopicSettings = at?.[site] ?? {};
  const config = topic.config || here.config ? { ...topic.config, ...here.config } : undefined;
  return { ...topic, ...here, ...(config && { config }) };
}

/**
 * Sites in what a team says that the topology does not have, and that are called much like one that it has. Others may be
 * those of another program that reads the same file.
 */
export function siteFaults({ topics = [], users = [] }: TeamContent, sites: readonly string[]): Fault[] {
  const named = [
    ...topics.flatMap(({ sites: only = [], at = {} }, index) => [
      ...only.map((site, nth) => ({ site, path: ['topics', index, 'sites', nth] })),
      ...Object.keys(at).map((site) => ({ site, path: ['topics', index, 'at', site] })),
    ]),
    ...users.flatMap(({ sites: only = [] }, index) =>
      only.map((site, nth) => ({ site, path: ['users', index, 'sites', nth] })),
    ),
  ];
  const known = new Set(sites);
  const strangers = new Set(named.map(({ site }) => site).filter((site) => !known.has(site)));
  const nearestTo = new Map([...strangers].map((site) => [site, nearestNames(site, sites)[0]]));
  return named.flatMap(({ site, path }): Fault[] => {
    const nearest = nearestTo.get(site);
    if (nearest === undefined) return [];
    return [
      {
        rule: 'prop-value',
        effect: 'unlooked',
        field: fieldText(path),
        given: site,
        allowed: sites.join(', '),
        message: `The topology has no site "${site}"; did you mean ${nearest}?`,
        remedy: `Write ${nearest}, if no other program has a site of that name.`,
      },
    ];
  });
}
