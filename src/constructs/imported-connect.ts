import { Construct } from 'constructs';
import { setStandIn, standIn } from '../props/stand-ins';
import { freeId, importedId } from './ids';
import type { IKafkaCluster, IKafkaConnect, IKafkaUser } from './interfaces';
import { siteOf } from './resource';
import type { Site } from './site';

/** Properties of a reference to a Kafka Connect. */
export interface ConnectReferenceProps {
  /** The Kafka cluster that it is connected to. */
  readonly cluster: IKafkaCluster;
  /**
   * Name of the KafkaConnect resource, known at once.
   * @default - the id
   */
  readonly connectName?: string;
  /**
   * The user that its workers are: connectors that are added ask for their rights through it.
   * @default - unknown: what connectors need is granted elsewhere
   */
  readonly user?: IKafkaUser;
  /**
   * The consumer group of its workers, if they have source connectors write each record exactly once
   * (`exactly.once.source.support`): connectors that are added ask for the rights that this takes.
   * @default - they do not
   */
  readonly transactionGroup?: string;
}

/** A Kafka Connect that somebody else manages. */
export class ImportedConnect extends Construct implements IKafkaConnect {
  static {
    setStandIn('IKafkaConnect', () => {
      const cluster = standIn({ instance: 'IKafkaCluster' }) as IKafkaCluster;
      return new ImportedConnect(cluster, '', { cluster });
    });
  }

  readonly connectName: string;
  readonly site: Site;
  readonly cluster: IKafkaCluster;
  readonly user: IKafkaUser | undefined;
  readonly transactionGroup: string | undefined;

  constructor(scope: Construct, id: string, props: ConnectReferenceProps) {
    super(scope, freeId(scope, importedId(id)));
    this.connectName = props.connectName ?? id;
    this.site = siteOf(scope);
    this.cluster = props.cluster;
    this.user = props.user;
    this.transactionGroup = props.transactionGroup;
  }
}
