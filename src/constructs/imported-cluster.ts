import { App } from 'cdk8s';
import { Construct } from 'constructs';
import { clusterCertificate } from '../dialects/operator-names';
import type { StrimziRelease } from '../dialects/releases';
import type { TrustedCertificate } from '../model/endpoint';
import { setStandIn, standIn } from '../props/stand-ins';
import type { NameOrPrefix } from '../model/permissions';
import { streamRights, transactRight, type StreamsOptions } from '../wiring/client-rights';
import { foreignMirrorRights, type ForeignMirror } from '../wiring/foreign-mirror';
import { connectRights, type ConnectWorkers } from '../wiring/connect-rights';
import type { Grant } from './grant';
import { grantAt } from './grant-at';
import { topicsWithPrefix } from './topic-grants';
import { holdCalls } from './held';
import { freeId, importedId } from './ids';
import type { IKafkaCluster, IKafkaTopics, IKafkaUser } from './interfaces';
import { Listener } from './listener';
import { siteOf } from './resource';
import { Site } from './site';

/** Properties of a reference to a Kafka cluster. */
export interface ClusterReferenceProps {
  /**
   * Name of the Kafka resource, known at once.
   * @default - the id
   */
  readonly clusterName?: string;
  /**
   * Where clients connect to it.
   * @default - Listener.tls(): inside, with TLS and client certificates
   */
  readonly listeners?: readonly Listener[];
  /**
   * How many brokers there are, 1 at least, known at once.
   * @default - unknown: mirrors leave replication to the brokers' own defaults
   */
  readonly brokers?: number;
  /**
   * Version of Kafka that its brokers run, `MAJOR.MINOR.PATCH`, known at once.
   * @default - the default of the site's release
   */
  readonly version?: string;
  /**
   * What its user operator puts before the names of users in those of their Secrets, known at once.
   * @default - nothing
   */
  readonly userSecretPrefix?: string;
}

/** A Kafka cluster that somebody else manages. */
export class ImportedCluster extends Construct implements IKafkaCluster {
  static {
    holdCalls(this, 'IKafkaCluster');
    setStandIn('IKafkaCluster', () => {
      const site = new Site(new App(), 'nowhere', {
        release: standIn({ instance: 'StrimziRelease' }) as StrimziRelease,
      });
      return new ImportedCluster(site, '', {});
    });
  }

  readonly clusterName: string;
  readonly site: Site;
  readonly listeners: readonly Listener[];
  readonly brokers: number | undefined;
  readonly placement = undefined;
  readonly rightsFrom = 'acls';
  readonly pods = undefined;
  readonly nodes = undefined;
  readonly kafkaVersion: string;
  readonly userSecretPrefix: string | undefined;

  constructor(scope: Construct, id: string, props: ClusterReferenceProps) {
    super(scope, freeId(scope, importedId(id)));
    this.clusterName = props.clusterName ?? id;
    this.site = siteOf(scope);
    this.listeners = props.listeners ?? [Listener.tls()];
    this.brokers = props.brokers;
    this.kafkaVersion = props.version ?? this.site.release.facts.kafka.default;
    this.userSecretPrefix = props.userSecretPrefix;
  }

  get certificate(): TrustedCertificate {
    return clusterCertificate(this.clusterName);
  }

  topicsWithPrefix(prefix: string): IKafkaTopics {
    return topicsWithPrefix(this, prefix);
  }

  grantTransact(user: IKafkaUser, transactionalId: NameOrPrefix): Grant {
    return grantAt(this, user, [transactRight(transactionalId)], this);
  }

  grantStreams(user: IKafkaUser, applicationId: string, options?: StreamsOptions): Grant {
    return grantAt(this, user, streamRights(applicationId, options), this);
  }

  grantConnectWorker(user: IKafkaUser, workers: ConnectWorkers): Grant {
    return grantAt(this, user, connectRights(workers), this);
  }

  grantMirrorSource(user: IKafkaUser, mirror: ForeignMirror): Grant {
    return grantAt(this, user, foreignMirrorRights(mirror, this.kafkaVersion).source, this);
  }

  grantMirrorTarget(user: IKafkaUser, mirror: ForeignMirror): Grant {
    return grantAt(this, user, foreignMirrorRights(mirror, this.kafkaVersion).target, this);
  }
}
