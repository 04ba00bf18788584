import { App } from 'cdk8s';
import { Construct } from 'constructs';
import { clusterCertificate } from '../dialects/operator-names';
import type { StrimziRelease } from '../dialects/releases';
import type { TrustedCertificate } from '../model/endpoint';
import { setStandIn, standIn } from '../props/stand-ins';
import { freeId, importedId } from './ids';
import type { IKafkaCluster } from './interfaces';
import { Listener } from './listener';
import { siteOf } from './resource';
import { Site } from './site';

/** Properties of a reference to a Kafka cluster. */
export interface ClusterReferenceProps {
  /**
   * Name of the Kafka resource.
   * @default - the id
   */
  readonly clusterName?: string;
  /**
   * Where clients connect to it.
   * @default - Listener.tls(): inside, with TLS and client certificates
   */
  readonly listeners?: readonly Listener[];
  /**
   * How many brokers there are, 1 at least.
   * @default - unknown: mirrors leave replication to the brokers' own defaults
   */
  readonly brokers?: number;
}

/** A Kafka cluster that somebody else manages. */
export class ImportedCluster extends Construct implements IKafkaCluster {
  static {
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
  readonly pods = undefined;

  constructor(scope: Construct, id: string, props: ClusterReferenceProps) {
    super(scope, freeId(scope, importedId(id)));
    this.clusterName = props.clusterName ?? id;
    this.site = siteOf(scope);
    this.listeners = props.listeners ?? [Listener.tls()];
    this.brokers = props.brokers;
  }

  get certificate(): TrustedCertificate {
    return clusterCertificate(this.clusterName);
  }
}
