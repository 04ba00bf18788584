import type { Construct } from 'constructs';
import { connectorGroup, DEAD_LETTERS, TOPIC_SETTINGS, type ConnectorRecord } from '../model/connect';
import type { ConnectorRestarts, ConnectorState } from '../model/connector';
import { connectorRights } from '../wiring/connector-rights';
import { fieldText } from '../model/field';
import type { ConnectorConfig } from '../../imports/kafka-settings';
import type { OwnConfig } from '../model/resource';
import { defined } from '../dialects/common/codec';
import { standIn } from '../props/stand-ins';
import { givenText, shapeText } from '../props/words';
import { askedConnector, type ConnectorProps } from './connector-props';
import { doubt } from './doubts';
import { noteFault } from './faults';
import { grantAt } from './grant-at';
import { grantConsume, grantProduce } from './program-grants';
import { held } from './held';
import type { IKafkaConnect, IKafkaTopic } from './interfaces';
import { checkSite } from './of-cluster';
import type { Overrides } from './overrides';
import type { PausableProps } from './pausable';
import { Resource, siteOf, type ResourceKind, type ResourceProps } from './resource';
import { plainSettings } from './settings';

/** Properties of a {@link KafkaConnector}. */
export interface KafkaConnectorProps extends ResourceProps, PausableProps, ConnectorProps {
  /**
   * The Kafka Connect that runs it.
   * @default - the scope, where that is a Kafka Connect
   */
  readonly connect?: IKafkaConnect;
  /** Java class of the connector, or an alias of one. */
  readonly class: string;
  /**
   * The most tasks at a time, 1 at least.
   * @default - Kafka Connect's own, 1
   */
  readonly tasksMax?: number;
  /**
   * Settings of the connector, over those that `topics` gives.
   * @default - none
   * @see https://kafka.apache.org/documentation/#connectconfigs
   */
  readonly config?: ConnectorConfig;
  /**
   * Topics that a sink connector reads: its setting `topics`. The user of the Kafka Connect gets the rights to read them
   * as the group `connect-<name>`, or the one that `consumer.override.group.id` names.
   * @default - none
   */
  readonly topics?: readonly IKafkaTopic[];
  /**
   * Topics that a source connector writes to, which its own settings name. The user of the Kafka Connect gets the rights
   * to write to them.
   * @default - none
   */
  readonly producesTo?: readonly IKafkaTopic[];
  /**
   * Topic that gets the records that a sink connector fails on: its setting `errors.deadletterqueue.topic.name`. The user
   * of the Kafka Connect gets the rights to write to it. Connectors pass over what they fail on with the setting
   * `errors.tolerance: all` alone.
   * @default - none
   */
  readonly deadLetters?: IKafkaTopic;
  /**
   * Whether it runs, waits, or is off with its tasks ended.
   * @default running
   */
  readonly state?: ConnectorState;
  /**
   * Whether and how often it is restarted when it fails.
   * @default - it is not
   */
  readonly autoRestart?: ConnectorRestarts;
  /**
   * Whether the operator restarts the connector, once: it takes the annotation away afterwards. Known at once.
   * @default false
   */
  readonly restart?: boolean;
  /**
   * Number of the task that the operator restarts, from 0, once: it takes the annotation away afterwards. Known at once.
   * @default - none
   */
  readonly restartTask?: number;
  /**
   * What stands in the KafkaConnector over what the library writes, in the words of the release's API.
   * @default - nothing
   */
  readonly overrides?: Overrides<'KafkaConnector'>;
}

/** A connector of a Kafka Connect: a KafkaConnector. */
export class KafkaConnector extends Resource<ConnectorRecord> {
  /** The Kafka Connect that runs it. */
  readonly connect: IKafkaConnect;
  private readonly settings: KafkaConnectorProps;
  private readonly config: OwnConfig | undefined;

  constructor(scope: Construct, id: string, props: KafkaConnectorProps) {
    [scope, id, props] = held('KafkaConnector', [scope, id, props], new.target === KafkaConnector);
    const entry = siteOf(scope).release.dialect.connector;
    super(scope, id, { noun: 'connector', entry, ...restartsOf(props) }, props);
    const connect = props.connect ?? (isConnect(scope) ? scope : undefined);
    if (!connect) this.noteStray();
    this.connect = connect ?? (standIn({ instance: 'IKafkaConnect' }) as IKafkaConnect);
    this.settings = props;
    this.config = plainSettings(this, ['config'], props.config);
    if (connect) checkSite(this, { clusterName: connect.connectName, site: connect.site });
    this.gainRights();
    this.checkTopics();
  }

  toRecord(): ConnectorRecord {
    const { config } = this;
    const { class: javaClass, topics = [], deadLetters } = this.settings;
    const own = {
      ...(topics.length > 0 && { topics: topics.map(({ topicName }) => topicName).join(',') }),
      ...(deadLetters && { [DEAD_LETTERS]: deadLetters.topicName }),
    };
    return {
      ...this.identity(),
      connect: this.connect.connectName,
      class: javaClass,
      ...askedConnector(this.settings),
      config: config || Object.keys(own).length > 0 ? defined({ ...own, ...config }) : undefined,
    };
  }

  /** What a connector does, it does as the user of its workers. */
  private gainRights(): void {
    const { topics = [], producesTo = [], deadLetters } = this.settings;
    const { cluster, user, transactionGroup } = this.connect;
    if (!user) return;
    const { name, config } = this;
    const group = connectorGroup(name, config);
    for (const topic of topics) grantConsume(topic, user, { group, by: this });
    for (const topic of producesTo) grantProduce(topic, user, { by: this });
    if (deadLetters) grantProduce(deadLetters, user, { by: this });
    const rights = connectorRights(name, config, topics.length > 0 ? undefined : transactionGroup);
    if (rights.length > 0) grantAt(cluster, user, rights, this);
  }

  /** A prop and a setting that say the same: Kafka Connect reads the setting. */
  private checkTopics(): void {
    const { topics = [], deadLetters } = this.settings;
    if (topics.length > 0) this.holdToProp('topics', TOPIC_SETTINGS);
    if (deadLetters) this.holdToProp('deadLetters', [DEAD_LETTERS]);
  }

  private holdToProp(prop: 'topics' | 'deadLetters', settings: readonly string[]): void {
    const name = settings.find((each) => this.config?.[each] !== undefined);
    if (name === undefined) return;
    noteFault(this, {
      rule: 'prop-value',
      effect: 'overridden',
      field: fieldText(['config', name]),
      given: givenText(this.config?.[name], false),
      allowed: `the prop ${prop}, or the setting`,
      message: `Kafka Connect takes what ${name} says, in place of the prop ${prop}.`,
      remedy: 'Leave one of the two out.',
    });
  }

  private noteStray(): void {
    doubt(this);
    noteFault(this, {
      rule: 'prop-missing',
      field: 'connect',
      allowed: shapeText({ instance: 'IKafkaConnect' }),
      message: 'It is of no Kafka Connect.',
      remedy: 'Give it one as its connect, or as its scope.',
    });
  }
}

function restartsOf({
  restart = false,
  restartTask,
}: KafkaConnectorProps): Pick<ResourceKind<ConnectorRecord>, 'asks'> {
  if (!restart && restartTask === undefined) return {};
  return {
    asks: {
      ...(restart && { 'strimzi.io/restart': 'true' }),
      ...(restartTask !== undefined && { 'strimzi.io/restart-task': String(restartTask) }),
    },
  };
}

function isConnect(construct: Construct): construct is IKafkaConnect {
  return 'connectName' in construct && 'cluster' in construct;
}
