import type { Construct } from 'constructs';
import { userSecret } from '../dialects/operator-names';
import { mergeAcls, type Acl } from '../model/acl';
import type { Credentials } from '../model/endpoint';
import { DNS_SUBDOMAIN, TLS_USER_NAME } from '../model/names';
import type { Quotas, SecretKey, UserRecord, UserAuthentication } from '../model/user';
import { Grant } from './grant';
import type { IKafkaCluster } from './kafka-cluster';
import { Resource, siteOf, type ResourceProps } from './resource';

/** Rules, or a function that tells them when the app is synthesized. */
export type Acls = readonly Acl[] | (() => readonly Acl[]);

/** A user of a Kafka cluster, whoever manages it. */
export interface IKafkaUser {
  readonly userName: string;
  readonly cluster: IKafkaCluster;
  /** What a program proves itself with as this user; absent: the user has no credentials. */
  readonly credentials: Credentials | undefined;
  /** Lets the user do what the rules say. */
  grant(acls: Acls): Grant;
}

/** How a user proves who they are. */
export type UserAuthenticationType = UserAuthentication['type'] | 'none';

/** Properties of a {@link KafkaUser}. */
export interface KafkaUserProps extends ResourceProps {
  /**
   * How the user proves who they are; `tls-external`: with a certificate that somebody else issues.
   * @default - what the cluster's first listener with authentication asks for; `tls` where none does
   */
  readonly authentication?: UserAuthenticationType;
  /**
   * Where the password of a SCRAM-SHA-512 user is.
   * @default - the operator makes one
   */
  readonly password?: SecretKey;
  /**
   * Rules besides those that grants give.
   * @default - none
   */
  readonly acls?: readonly Acl[];
  /**
   * What the user may take of the brokers.
   * @default - no bounds
   */
  readonly quotas?: Quotas;
}

/** A user of a Kafka cluster: a KafkaUser. What it may do comes from grants. */
export class KafkaUser extends Resource<UserRecord> implements IKafkaUser {
  /** A user that another topology manages. Its Secret must be in the namespace of the programs that use it. */
  static fromUserName(
    cluster: IKafkaCluster,
    userName: string,
    props: { readonly authentication?: UserAuthenticationType } = {},
  ): IKafkaUser {
    const { authentication = usualAuthentication(cluster) } = props;
    return {
      userName,
      cluster,
      credentials: credentialsOf(userName, authentication),
      grant(acls): Grant {
        return new Grant(this, typeof acls === 'function' ? acls() : acls, false);
      },
    };
  }

  readonly cluster: IKafkaCluster;
  private readonly authentication: UserAuthenticationType;
  private readonly password: SecretKey | undefined;
  private readonly quotas: Quotas | undefined;
  private readonly rules: Acls[] = [];

  /** @param cluster - the cluster that the user is of; `cluster.addUser` says the same */
  constructor(scope: Construct, id: string, cluster: IKafkaCluster, props: KafkaUserProps = {}) {
    const { authentication = usualAuthentication(cluster) } = props;
    super(
      scope,
      id,
      {
        noun: 'user',
        entry: siteOf(scope).release.dialect.user,
        nameRule: authentication === 'tls' ? TLS_USER_NAME : DNS_SUBDOMAIN,
      },
      props,
    );
    this.cluster = cluster;
    this.authentication = authentication;
    this.password = props.password;
    this.quotas = props.quotas;
    if (props.acls) this.rules.push(props.acls);
  }

  get userName(): string {
    return this.name;
  }

  get credentials(): Credentials | undefined {
    return credentialsOf(this.name, this.authentication);
  }

  grant(acls: Acls): Grant {
    this.rules.push(acls);
    return new Grant(this, typeof acls === 'function' ? [] : acls, true);
  }

  toRecord(): UserRecord {
    const acls = this.rules.flatMap((rule) => (typeof rule === 'function' ? rule() : rule));
    return {
      name: this.name,
      namespace: this.metadata.namespace,
      cluster: this.cluster.clusterName,
      authentication: this.authenticationRecord(),
      acls: acls.length > 0 ? mergeAcls(acls) : undefined,
      quotas: this.quotas,
    };
  }

  private authenticationRecord(): UserAuthentication | undefined {
    const { authentication: type, password } = this;
    if (type === 'none') return undefined;
    return type === 'scram-sha-512' && password ? { type, password } : { type };
  }
}

function usualAuthentication(cluster: IKafkaCluster): UserAuthenticationType {
  const types = cluster.listeners.flatMap(({ record }) => record.authentication?.type ?? []);
  return types.find((type) => type === 'tls' || type === 'scram-sha-512') ?? 'tls';
}

/**
 * Secret and keys that the user operator writes for a user.
 * @see https://strimzi.io/docs/operators/latest/deploying#con-configuring-client-authentication-str
 */
function credentialsOf(userName: string, authentication: UserAuthenticationType): Credentials | undefined {
  if (authentication === 'tls')
    return { type: 'tls', secret: userSecret(userName), certificate: 'user.crt', key: 'user.key' };
  if (authentication === 'scram-sha-512') {
    return { type: 'scram-sha-512', username: userName, password: { secret: userSecret(userName), key: 'password' } };
  }
  return undefined;
}
