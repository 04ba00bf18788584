import type { Release } from '../model/release';
import type { Config } from '../model/resource';
import { FURTHER, GOALS, goalsOf, HARD } from './goals';
import { objectRule, type Breach } from './rule';

/** The package of the goals that Cruise Control comes with. */
const PACKAGE = 'com.linkedin.kafka.cruisecontrol.analyzer.goals.';

/** Settings of goals whose classes Cruise Control loads. */
const SETTINGS = ['goals', 'default.goals', 'hard.goals', 'anomaly.detection.goals'] as const;
type Setting = (typeof SETTINGS)[number];

/** Cruise Control has the goals that its settings name, and each list is of those of the next. */
export const cruiseControlGoals = objectRule({
  id: 'cruise-control-goals',
  summary:
    'The goals in the settings of Cruise Control are classes that it has: default.goals are among goals, hard and anomaly detection goals among default.goals.',
  remedy: 'Add the goal to the list that it is missing in, or leave it out.',
  effect: 'fails',
  source:
    'Cruise Control does not start with others (Strimzi 0.45.0 to 1.2.0, KafkaCruiseControlConfig); goals of anomaly detection the operator replaces, and says so in its log alone (Strimzi 0.20.0 to 1.2.0, CruiseControl).',
  catalog: ['CC-010', 'CC-011'],
  nouns: ['kafkaCluster'],
  check({ record: { cruiseControl }, site: { release } }, report) {
    const config = cruiseControl?.config;
    if (!config || !SETTINGS.some((setting) => config[setting] !== undefined)) return;
    const unknown = strangers(config);
    for (const breach of unknown.length > 0 ? unknown : notAmong(config, release)) report(breach);
  },
});

/** Classes of Cruise Control's own package that it does not have; those of other packages may be in the image. */
function strangers(config: Config): Breach[] {
  const known = new Set([...GOALS.map(([name]) => name), ...FURTHER]);
  return SETTINGS.flatMap((setting) =>
    listOf(config, setting)
      .filter((goal) => (goal.startsWith(PACKAGE) ? !known.has(goal.slice(PACKAGE.length)) : !goal.includes('.')))
      .map((goal) => ({
        ...toldOf(setting, config),
        allowed: `classes with their package, such as ${PACKAGE}RackAwareGoal`,
        message: `Cruise Control has no class ${goal}, and does not start.`,
        remedy: 'Correct the name of the class, or leave it out.',
      })),
  );
}

/** A list of goals that has to be among those of another, and what comes of others. */
interface Pair {
  readonly setting: Setting;
  readonly goals: readonly string[];
  readonly of: Setting;
  readonly among: readonly string[];
  readonly effect?: Breach['effect'];
  readonly then: string;
}

/** Lists with goals that the list which they have to be part of lacks. A list that is left out is told where the other one is given. */
function notAmong(config: Config, { version, takes: { comparesGoals } }: Release): Breach[] {
  const own = goalsOf(version).map(withPackage);
  const given = (setting: Setting, usual: readonly string[]): readonly string[] =>
    config[setting] === undefined ? usual : listOf(config, setting);
  const among = given('default.goals', own);
  const pairs: Pair[] = [
    {
      setting: 'default.goals',
      goals: given('default.goals', OWN),
      of: 'goals',
      among: given('goals', own),
      then: STOPS,
    },
    {
      setting: 'hard.goals',
      goals: given('hard.goals', HARD.map(withPackage)),
      of: 'default.goals',
      among,
      then: STOPS,
    },
    {
      setting: 'anomaly.detection.goals',
      goals: listOf(config, 'anomaly.detection.goals'),
      of: 'default.goals',
      among,
      effect: 'overridden',
      then: 'the operator puts all of default.goals in their place',
    },
  ];
  return pairs
    .filter(({ then }) => then !== STOPS || comparesGoals)
    .flatMap(({ setting, goals, of, among: known, effect, then }) => {
      const lacking = goals.filter((goal) => !known.includes(goal));
      if (lacking.length === 0) return [];
      const usual = config[setting] === undefined ? ', as it is where nothing is said,' : '';
      return [
        {
          ...toldOf(setting, config),
          ...(effect && { effect }),
          allowed: `goals of ${of}`,
          message: `${setting}${usual} has goals that ${of} lacks: ${lacking.join(', ')}; ${then}.`,
        },
      ];
    });
}

const STOPS = 'Cruise Control does not start';

function toldOf(setting: Setting, config: Config): Pick<Breach, 'field' | 'given'> {
  const given = config[setting];
  return { field: ['spec', 'cruiseControl', 'config', setting], ...(given !== undefined && { given }) };
}

function listOf(config: Config, setting: Setting): readonly string[] {
  const given = config[setting];
  if (typeof given !== 'string') return [];
  return given
    .split(',')
    .map((goal) => goal.trim())
    .filter((goal) => goal !== '');
}

function withPackage(goal: string): string {
  return `${PACKAGE}${goal}`;
}

/** What the operator gives for default.goals at least: those of the network depend on what is said of its capacity. */
const OWN = GOALS.map(([name]) => name)
  .filter((name) => !/Network|Nw|BytesIn|Election|RackAwareDistribution|MinTopicLeaders/.test(name))
  .map(withPackage);
