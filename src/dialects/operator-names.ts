import type { ClusterAddresses } from '../model/address';
import type { TrustedCertificate } from '../model/endpoint';
import type { KafkaClusterRecord } from '../model/kafka-cluster';
import type { ListenerRecord } from '../model/listener';
import { list, map, texts } from '../model/guarded';

/**
 * Service that clients inside the Kubernetes cluster find a listener through.
 * @see https://strimzi.io/docs/operators/latest/deploying#con-accessing-kafka-from-client-str
 */
export function bootstrapService(clusterName: string, { type, name }: Pick<ListenerRecord, 'type' | 'name'>): string {
  return type === 'internal' ? `${clusterName}-kafka-bootstrap` : `${clusterName}-kafka-${name}-bootstrap`;
}

/**
 * Secret and key in which the cluster operator publishes the certificate of a cluster's listeners.
 * @see https://strimzi.io/docs/operators/latest/deploying#con-certificate-authority-secrets-str
 */
export function clusterCertificate(clusterName: string): TrustedCertificate {
  return { secret: `${clusterName}-cluster-ca-cert`, certificate: 'ca.crt' };
}

/**
 * The PKCS12 store that operators keep beside a certificate in PEM, and the key of its password. From Strimzi 1.1 on an
 * operator can be told to keep none.
 * @see https://strimzi.io/docs/operators/latest/deploying#con-certificate-authority-secrets-str
 */
export function storeBeside(certificate: string): { readonly store: string; readonly password: string } {
  const name = certificate.replace(/\.crt$/, '');
  return { store: `${name}.p12`, password: `${name}.password` };
}

/** The certificate that a PKCS12 store is beside; the inverse of `storeBeside`. Absent: it is no store of an operator. */
export function certificateBeside(store: string): string | undefined {
  return store.endsWith('.p12') ? `${store.slice(0, -'.p12'.length)}.crt` : undefined;
}

/** Where a cluster is found and what vouches for it; hosts are those that its external listeners name. */
export function clusterAddresses({ name, listeners }: KafkaClusterRecord): ClusterAddresses {
  return {
    services: listeners.map((listener) => bootstrapService(name, listener)),
    caSecret: clusterCertificate(name).secret,
    hosts: listeners.flatMap(({ configuration }) => {
      const { bootstrap, brokers } = map(configuration);
      const { host, loadBalancerIP, alternativeNames } = map(bootstrap);
      const ofBrokers = list(brokers).flatMap((broker) => [map(broker)['host'], map(broker)['advertisedHost']]);
      return texts([host, loadBalancerIP, ...list(alternativeNames), ...ofBrokers]).map((text) => text.toLowerCase());
    }),
  };
}
