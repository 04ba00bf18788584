import type { KafkaClusterRecord } from '../model/kafka-cluster';
import type { RebalanceRecord } from '../model/rebalance';
import type { Placed } from '../model/topology';
import { nearestNames } from '../text/nearest';
import { FURTHER, goalsOf, HARD } from './goals';
import { Owners } from './of-cluster';
import { topologyRule, type Breach } from './rule';

/** Cruise Control takes it by itself: no replica moves. */
const ELECTION = 'preferredleaderelectiongoal';

/** A rebalance asks for goals that Cruise Control has, the hard ones among them. */
export const rebalanceGoals = topologyRule({
  id: 'rebalance-goals',
  summary: 'The goals of a KafkaRebalance are goals of the cluster, and all of its hard ones.',
  remedy: 'Leave goals out, and the cluster takes its own.',
  effect: 'refused',
  source:
    'Cruise Control refuses others, and the rebalance is NotReady (Strimzi 0.18.0 to 1.2.0, CruiseControlConfiguration; RunnableUtils.sanityCheckGoals of Cruise Control 2.0 to 3.0).',
  catalog: ['R-018', 'R-019'],
  across: (topology, report) => {
    const clusters = new Owners(topology.all('kafkaCluster'));
    for (const rebalance of topology.all('rebalance')) {
      const cluster = clusters.beside(rebalance, rebalance.record.cluster);
      for (const breach of breachesOf(rebalance, cluster)) report(rebalance, breach);
    }
  },
});

function breachesOf({ record, site }: Placed<RebalanceRecord>, cluster?: Placed<KafkaClusterRecord>): Breach[] {
  const { goals = [], skipHardGoalCheck, rebalanceDisk } = record;
  if (goals.length === 0 || rebalanceDisk === true) return []; // that disks have no goals is told
  const config = cluster?.record.cruiseControl?.config;
  const known = namesIn(config?.['goals']) ?? usualGoals(site.release.version, cluster !== undefined);
  const unknown = unknownGoals(goals, known);
  if (!cluster || skipHardGoalCheck === true) return unknown;
  const hard = namesIn(config?.['hard.goals']) ?? HARD.filter((goal) => known.includes(goal));
  return [...unknown, ...missingGoals(goals, hard, known)];
}

function usualGoals(version: string, isClusterSeen: boolean): readonly string[] {
  return isClusterSeen ? goalsOf(version) : [...goalsOf(version), ...FURTHER];
}

/** The classes of a setting, without their packages: a rebalance names them so, in whatever case. */
function namesIn(setting: unknown): readonly string[] | undefined {
  if (typeof setting !== 'string') return undefined;
  return setting.split(',').flatMap((name) => name.trim().split('.').at(-1) || []);
}

function unknownGoals(goals: readonly string[], known: readonly string[]): Breach[] {
  return goals.flatMap((given, index): Breach[] => {
    if (isAmong(given, known)) return [];
    const [nearest] = nearestNames(given, known);
    return [
      {
        field: ['spec', 'goals', index],
        given,
        allowed: known.join(', '),
        message: `Cruise Control has no goal "${given}" here.`,
        ...(nearest !== undefined && { remedy: `Write ${nearest}, or leave it out.` }),
      },
    ];
  });
}

/** A goal that is misspelt or empty has been told, and is not missing besides. */
function missingGoals(goals: readonly string[], hard: readonly string[], known: readonly string[]): Breach[] {
  const folded = new Set(goals.map((goal) => goal.toLowerCase()));
  if (goals.includes('')) return [];
  const misspelt = goals.filter((goal) => !isAmong(goal, known)).flatMap((goal) => nearestNames(goal, known)[0] ?? []);
  const missing = hard.filter((goal) => !folded.has(goal.toLowerCase()) && !misspelt.includes(goal));
  if (missing.length === 0 || (folded.size === 1 && folded.has(ELECTION))) return [];
  return [
    {
      field: ['spec', 'goals'],
      given: goals,
      allowed: `goals with ${hard.join(', ')} among them`,
      message: `The goals leave out ${missing.join(', ')}, which the cluster insists on.`,
      remedy: 'Add them, or say skipHardGoalCheck: true.',
    },
  ];
}

function isAmong(goal: string, goals: readonly string[]): boolean {
  return goals.some((each) => each.toLowerCase() === goal.toLowerCase());
}
