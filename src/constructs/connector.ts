import type { Construct } from 'constructs';
import { connectorGroup, type ConnectorRecord, type ConnectorRestarts } from '../model/connect';
import { fieldText } from '../model/field';
import type { ConnectorState } from '../model/mirror-maker-2';
import type { ConnectorConfig } from '../../imports/kafka-settings';
import type { OwnConfig } from '../model/resource';
import { defined } from '../dialects/common/codec';
import { standIn } from '../props/stand-ins';
import { givenText, shapeText } from '../props/words';
import { doubt } from './doubts';
import { noteFault } from './faults';
import { grantConsume, grantProduce } from './program-grants';
import { held } from './held';
import type { IKafkaConnect, IKafkaTopic } from './interfaces';
import { checkSite } from './of-cluster';
import type { Overrides } from './overrides';
import type { PausableProps } from './pausable';
import { Resource, siteOf, type ResourceProps } from './resource';
import { plainSettings } from './settings';

/** Properties of a {@link KafkaConnector}. */
export interface KafkaConnectorProps extends ResourceProps, PausableProps {
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
   * Version of the plugin, where several are there.
   * @default - the newest
   */
  readonly pluginVersion?: string;
  /**
   * ConfigMap that offsets are written to by `offsets: 'list'`.
   * @default - none
   */
  readonly listOffsetsTo?: string;
  /**
   * ConfigMap that offsets are taken from by `offsets: 'alter'`.
   * @default - none
   */
  readonly alterOffsetsFrom?: string;
  /**
   * What the operator does with the offsets, once: it takes the annotation away afterwards. They are altered and reset
   * while the connector is stopped.
   * @default - nothing
   */
  readonly offsets?: 'list' | 'alter' | 'reset';
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
    super(scope, id, { noun: 'connector', entry: siteOf(scope).release.dialect.connector }, props);
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
    const { class: javaClass, tasksMax, topics, state, autoRestart, pluginVersion, ...others } = this.settings;
    const own =
      topics && topics.length > 0 ? { topics: topics.map(({ topicName }) => topicName).join(',') } : undefined;
    return {
      ...this.identity(),
      connect: this.connect.connectName,
      class: javaClass,
      tasksMax,
      config: own || config ? defined({ ...own, ...config }) : undefined,
      state,
      autoRestart,
      version: pluginVersion,
      listOffsetsTo: others.listOffsetsTo,
      alterOffsetsFrom: others.alterOffsetsFrom,
      offsets: others.offsets,
    };
  }

  /** What a connector does, it does as the user of its workers. */
  private gainRights(): void {
    const { topics = [], producesTo = [] } = this.settings;
    const { user } = this.connect;
    if (!user) return;
    const group = connectorGroup(this.name, this.config);
    for (const topic of topics) grantConsume(topic, user, { group, by: this });
    for (const topic of producesTo) grantProduce(topic, user, { by: this });
  }

  /** Rights follow from the prop, and Kafka Connect reads the settings. */
  private checkTopics(): void {
    const { topics = [] } = this.settings;
    const name = TOPIC_SETTINGS.find((each) => this.config?.[each] !== undefined);
    if (topics.length === 0 || name === undefined) return;
    noteFault(this, {
      rule: 'prop-value',
      effect: 'overridden',
      field: fieldText(['config', name]),
      given: givenText(this.config?.[name], false),
      allowed: 'the prop topics, or the setting',
      message: `The connector reads what ${name} says, and its user gets the rights to what the prop topics says.`,
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

/** Settings that say what a sink connector reads. */
const TOPIC_SETTINGS = ['topics', 'topics.regex'] as const;

function isConnect(construct: Construct): construct is IKafkaConnect {
  return 'connectName' in construct && 'cluster' in construct;
}
