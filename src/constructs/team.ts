import { Duration, Size } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import { kibibytesOf, millisecondsOf, SIZE_FORM, TIME_FORM } from '../model/amounts';
import type { NameOrPrefix } from '../model/permissions';
import { doubt } from './doubts';
import { findFaultsLater, isNoted, noteFault, type Fault } from './faults';
import { freeId } from './ids';
import { faultsIn, held, holdCalls, notePartFaults, notePropFaults, withFaults } from './held';
import type { PropFault } from '../props/kept';
import { sift } from '../props/sift';
import type { IKafkaCluster, IKafkaTopics } from './interfaces';
import { teamFiles } from './load';
import { checkCluster, clusterOf } from './of-cluster';
import { givePolicies } from './policies';
import { registerOf } from './register';
import { noteSource } from './sources';
import { TeamPlaces, type TeamList } from './team-places';
import type { TeamFile, TeamFileProps, TeamFolderProps, TeamGrant, TeamProps, TeamUser } from './team-props';
import { groupFaults, soundGrants } from './team-groups';
import { settingsAt, siteFaults } from './team-sites';
import { TopicGrants } from './topic-grants';
import { TopicReference } from './topic-reference';
import { KafkaTopic } from './topic';
import { KafkaUser } from './user';

/** No name of an object has a colon: a team may be called as a topic is. */
const OF_TEAM = 'team:';

/**
 * The topics and users that a team has at a Kafka cluster, and what the users may do, as plain data: of the program, or of a
 * file that the team itself writes.
 */
export class Team extends Construct {
  static {
    holdCalls(this, 'Team');
  }

  /**
   * A team whose topics and users stand in a YAML or JSON file. Findings about them name the line and the column there.
   *
   * @example
   * Team.fromFile(kafka, 'shop', { path: 'teams/shop.yaml' })
   */
  static fromFile(scope: Construct, id: string, props: TeamFileProps): Team {
    const { path, ...others } = props;
    const { written, faults, placeOf } = teamFiles().readTeamFile(path);
    const { value, faults: propFaults } = sift({ props: 'TeamFile' }, written, []);
    const { $schema: _, ...said } = (value ?? {}) as TeamFile;
    const team = new Team(scope, id, withFaults({ ...said, ...others }, propFaults.map(ofFile)));
    team.unread = faults;
    if (faults.length > 0) doubt(team);
    noteSource(team, placeOf);
    const places = new TeamPlaces(written, team.siteId);
    for (const [construct, { kind, nth }] of team.origins) {
      noteSource(construct, (field) => placeOf(places.placeOf(kind, nth, field)));
    }
    return team;
  }

  /**
   * The teams whose files are in a folder: `.yaml`, `.yml` and `.json`, each by the name of its file, in the order of names.
   * Folders in it are not looked into.
   *
   * @example
   * Team.fromFolder(kafka, { path: 'teams', policies: (team) => [{ name: 'names', topics: { names: [{ prefix: `${team}.` }] } }] })
   */
  static fromFolder(scope: Construct, props: TeamFolderProps): readonly Team[] {
    const { path: folder, policies, ...others } = props;
    const { files, faults } = teamFiles().teamFilesIn(folder);
    // That there is no path is noted after the call, and says why there is nothing to read.
    const isTold = ({ given }: Fault): boolean => given === '' && isNoted(scope, 'fromFolder(path)');
    if (faults.length > 0) findFaultsLater(scope, () => faults.filter((fault) => !isTold(fault)));
    return files.map(({ team, path }) =>
      Team.fromFile(scope, team, { ...others, path, ...(policies && { policies: policies(team) }) }),
    );
  }

  /** The cluster that topics and users are of. */
  readonly cluster: IKafkaCluster;
  /** The topics that the team has at the site, in the order in which they are given. */
  readonly topics: readonly KafkaTopic[];
  /** The users that the team has at the site, in the order in which they are given. */
  readonly users: readonly KafkaUser[];
  /** Why the file of the team could not be read. */
  private unread: readonly Fault[] = [];
  /** Which item each construct was made of. */
  private readonly origins = new Map<Construct, { readonly kind: TeamList; readonly nth: number }>();

  constructor(scope: Construct, id: string, props: TeamProps = {}) {
    [scope, id, props] = held('Team', [scope, id, props], new.target === Team);
    const ownId = `${OF_TEAM}${id}`;
    const taken = scope.node.tryFindChild(ownId);
    super(scope, freeId(scope, ownId));
    if (taken) this.noteTwin(id, taken);
    this.cluster = clusterOf(scope, props.cluster);
    const faults = faultsIn(props);
    notePartFaults(this, faults.filter(isOfItem));
    notePropFaults(
      this,
      faults.filter((fault) => !isOfItem(fault)),
    );
    checkCluster(this, this.cluster);
    givePolicies(this, props.policies ?? []);
    const numbers = itemNumbers(faults);
    const { topics = [] } = props;
    const users = props.users?.map((user, nth) => (numbers.isFaulty('users', nth) ? user : soundGrants(user))) ?? [];
    for (const fault of groupFaults({ users }, this, (nth) => numbers.numberOf('users', nth))) noteFault(this, fault);
    this.topics = this.make('topics', topics, numbers, (topic) => this.topicOf(settingsAt(topic, this.siteId)));
    this.users = this.make('users', users, numbers, (user) => this.userOf(user));
    findFaultsLater(this, () => [...this.unreadFaults(), ...siteFaults(props, registerOf(this).siteIds)]);
  }

  /** That there is no path is known by the time that somebody asks, and says why there is nothing to read. */
  private unreadFaults(): readonly Fault[] {
    return this.unread.filter(({ field }) => field === undefined || !isNoted(this, field));
  }

  private get siteId(): string {
    return this.cluster.site.node.id;
  }

  private topicOf({ name, retention, segmentSize, ...others }: ReturnType<typeof settingsAt>): KafkaTopic {
    const time = retention === undefined ? undefined : millisecondsOf(retention);
    const size = segmentSize === undefined ? undefined : kibibytesOf(segmentSize);
    const topic = new KafkaTopic(this, name, {
      cluster: this.cluster,
      ...others,
      ...(time !== undefined && { retention: Duration.millis(time) }),
      ...(size !== undefined && { segmentSize: Size.kibibytes(size) }),
    });
    if (time === undefined) noteQuantity(topic, 'retention', retention, TIME_FORM);
    if (size === undefined) noteQuantity(topic, 'segmentSize', segmentSize, SIZE_FORM);
    return topic;
  }

  private userOf({ name, grants = [], sites: _, ...others }: TeamUser): KafkaUser {
    const user = new KafkaUser(this, name, { cluster: this.cluster, ...others });
    for (const grant of grants) this.grant(user, grant);
    return user;
  }

  private grant(user: KafkaUser, grant: TeamGrant): void {
    if ('produce' in grant) {
      const { produce, ...options } = grant;
      this.topicsOf(produce).grantProduce(user, options);
    } else if ('consume' in grant) this.topicsOf(grant.consume).grantConsume(user, grant.group);
    else if ('administer' in grant) this.topicsOf(grant.administer).grantAdminister(user);
    else if ('transact' in grant) this.cluster.grantTransact(user, grant.transact);
    else if ('streams' in grant) {
      const { streams, ...options } = grant;
      this.cluster.grantStreams(user, streams, options);
    } else this.cluster.grantConnectWorker(user, grant.connectWorker);
  }

  private topicsOf(names: NameOrPrefix): IKafkaTopics {
    return typeof names === 'string'
      ? new TopicReference(names, this.cluster, this)
      : new TopicGrants(this.cluster, names, this);
  }

  /** Makes what is for the site. Where an item has no name, that is told of already, unless it is an empty one. */
  private make<I extends { readonly name: string; readonly sites?: readonly string[] }, C extends Construct>(
    kind: TeamList,
    items: readonly I[],
    numbers: ItemNumbers,
    made: (item: I) => C,
  ): readonly C[] {
    return items.flatMap((item, nth) => {
      if (item.sites?.includes(this.siteId) === false) return [];
      if (item.name === '') {
        const path = [kind, numbers.numberOf(kind, nth), 'name'];
        if (!numbers.isFaulty(kind, nth)) notePartFaults(this, [{ ...EMPTY_NAME, path }]);
        return [];
      }
      const construct = made(item);
      this.origins.set(construct, { kind, nth });
      if (numbers.isFaulty(kind, nth)) doubt(construct);
      return [construct];
    });
  }

  private noteTwin(id: string, { node: { path } }: IConstruct): void {
    noteFault(this, {
      rule: 'unique-name',
      field: 'id',
      given: id,
      allowed: 'a name that no other has',
      message: `There already is a team "${id}" at ${path}.`,
      remedy: 'Name one of the two differently, or remove it.',
    });
  }
}

/** Of a file as a whole there is no prop to name. */
function ofFile(fault: PropFault): PropFault {
  return fault.path.length > 0 ? fault : { ...fault, message: 'The file says nothing of topics and users.' };
}

/** Whether a fault is of an item of a list, which then is in doubt by itself. */
function isOfItem({ path }: PropFault): boolean {
  return (path[0] === 'topics' || path[0] === 'users') && path.length > 1;
}

/** Which item something was said in, by its number among those that are items at all. */
interface ItemNumbers {
  /** Its number in what was given: what is no item was left out. */
  numberOf(kind: TeamList, nth: number): number;
  /** Whether something was found to be wrong with it. */
  isFaulty(kind: TeamList, nth: number): boolean;
}

function itemNumbers(faults: readonly PropFault[]): ItemNumbers {
  const paths = faults.filter(({ isHarmless }) => isHarmless !== true).map(({ path }) => path);
  const faulty = new Set(paths.map(([kind, index]) => `${kind}/${index}`));
  const leftOut = paths.filter(({ length }) => length === 2).sort(([, one], [, other]) => Number(one) - Number(other));
  const numberOf = (kind: TeamList, nth: number): number =>
    leftOut.reduce((number, item) => (item[0] === kind && Number(item[1]) <= number ? number + 1 : number), nth);
  return { numberOf, isFaulty: (kind, nth) => faulty.has(`${kind}/${numberOf(kind, nth)}`) };
}

const EMPTY_NAME = {
  rule: 'prop-value',
  given: '',
  allowed: 'a text of one character at least',
  message: 'name cannot be empty.',
  remedy: 'Give a name.',
} as const;

function noteQuantity(topic: KafkaTopic, prop: string, given: string | undefined, allowed: string): void {
  if (given === undefined) return;
  const message = `${prop} cannot be ${JSON.stringify(given)}.`;
  notePropFaults(topic, [{ rule: 'prop-value', path: [prop], given, allowed, message, remedy: `Give ${allowed}.` }]);
}
