import type { Construct, IConstruct } from 'constructs';
import { reflectable } from '../dialects/reflector';
import type { Acl } from '../model/acl';
import type { Credentials, LoginRecord } from '../model/endpoint';
import { aclsOf, explained, type Asked, type ExplainedAcl, type GrantRecord } from '../model/grant';
import { DNS_SUBDOMAIN, TLS_USER_NAME } from '../model/names';
import type { Quotas, SecretKey, UserAuthentication, UserRecord } from '../model/user';
import { userSecret } from '../model/user-secret';
import { credentialsOf, usualAuthentication, type UserAuthenticationType } from '../wiring/credentials';
import { noteFault } from './faults';
import { Grant } from './grant';
import { noteReferredUser } from './granted-elsewhere';
import { ImportedUser, type UserReferenceProps } from './imported-user';
import type { IKafkaCluster, IKafkaUser } from './interfaces';
import type { Login } from './login';
import { checkCluster, checkSite, clusterOf } from './of-cluster';
import { registerOf, type Register } from './register';
import { held, holdCalls } from './held';
import type { Overrides } from './overrides';
import type { PausableProps } from './pausable';
import { Resource, siteOf, type ResourceProps } from './resource';

/** Properties of a {@link KafkaUser}. */
export interface KafkaUserProps extends ResourceProps, PausableProps {
  /**
   * The cluster that the user is of.
   * @default - the scope, where that is a Kafka cluster
   */
  readonly cluster?: IKafkaCluster;
  /**
   * How the user proves who they are; `tls-external`: with a certificate that somebody else issues.
   * @default - `none` with a `login`, else what the cluster's first listener with authentication asks for; `tls` where none does
   */
  readonly authentication?: UserAuthenticationType;
  /**
   * How programs that are the user log in by other means than what the user operator makes, such as a token; its name is the
   * one that brokers find in it.
   * @default - with what the user operator makes
   */
  readonly login?: Login;
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
  /**
   * Labels of the Secret in which the user operator keeps the credentials, besides its own.
   * @default - none
   */
  readonly secretLabels?: Readonly<Record<string, string>>;
  /**
   * Annotations of that Secret, over those of the library, which has it copied to other namespaces.
   * @default - none
   */
  readonly secretAnnotations?: Readonly<Record<string, string>>;
  /**
   * What stands in the KafkaUser over what the library writes, in the words of the release's API.
   * @default - nothing
   */
  readonly overrides?: Overrides<'KafkaUser'>;
}

/** A user of a Kafka cluster: a KafkaUser. What it may do comes from grants. */
export class KafkaUser extends Resource<UserRecord> implements IKafkaUser {
  static {
    holdCalls(this, 'KafkaUser');
  }

  /**
   * A user that somebody else manages: `KafkaUser.fromUserName(cluster, 'shop')`. Its Secret must be in the namespace of
   * the programs that use it. What it is granted has to be granted elsewhere too, which a warning tells, unless this
   * topology has the KafkaUser.
   */
  static fromUserName(scope: Construct, id: string, props: UserReferenceProps = {}): IKafkaUser {
    const cluster = clusterOf(scope, props.cluster);
    const { userName = id, login } = props;
    const authentication = props.authentication ?? (login ? 'none' : usualAuthentication(cluster.listeners));
    const user = new ImportedUser(scope, id, { userName, cluster, authentication, ...(login && { login }) });
    checkCluster(user, cluster);
    return user;
  }

  readonly cluster: IKafkaCluster;
  readonly managed = true;
  readonly login: LoginRecord | undefined;
  readonly loginSecrets: Readonly<Record<string, SecretKey>> | undefined;
  private readonly authentication: UserAuthenticationType;
  private readonly password: SecretKey | undefined;
  private readonly quotas: Quotas | undefined;
  private readonly secretMarks: Pick<KafkaUserProps, 'secretLabels' | 'secretAnnotations'>;
  private readonly ownAcls: readonly Acl[];
  /** @internal */
  readonly asked: Asked[];
  private readonly register: Register;

  constructor(scope: Construct, id: string, props: KafkaUserProps = {}) {
    [scope, id, props] = held('KafkaUser', [scope, id, props], new.target === KafkaUser);
    const cluster = clusterOf(scope, props.cluster);
    const authentication = props.authentication ?? (props.login ? 'none' : usualAuthentication(cluster.listeners));
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
    this.login = props.login?.record;
    this.loginSecrets = props.login?.secrets;
    this.password = props.password;
    this.quotas = props.quotas;
    this.secretMarks = props;
    this.ownAcls = props.acls ?? [];
    this.asked = this.ownAcls.map((grant) => ({ grant, by: this.node }));
    this.register = registerOf(this);
    this.register.addManagedUser(this, this.secret);
    if (cluster.rightsFrom === 'authorizer') noteReferredUser(this);
    checkCluster(this, cluster);
    checkSite(this, cluster);
    if (props.password && authentication !== 'scram-sha-512') this.notePassword(authentication);
  }

  get userName(): string {
    return this.name;
  }

  get credentials(): Credentials | undefined {
    return credentialsOf(this.name, this.authentication, this.cluster.userSecretPrefix);
  }

  get grants(): readonly GrantRecord[] {
    return this.asked.map(({ grant }) => grant);
  }

  grant(grants: readonly GrantRecord[], by: IConstruct = this): Grant {
    for (const grant of grants) this.asked.push({ grant, by: by.node });
    this.register.change();
    return new Grant(this, grants);
  }

  explain(): readonly ExplainedAcl[] {
    return explained(this.register.wiring.askedOf(this));
  }

  toRecord(): UserRecord {
    const acls = this.aclsToWrite();
    const reflected = this.register.reflectedTo(this.cluster.site, this.secret);
    const { secretAnnotations } = this.secretMarks;
    const annotations = reflected.length > 0 ? { ...reflectable(reflected), ...secretAnnotations } : secretAnnotations;
    return {
      name: this.name,
      namespace: this.metadata.namespace,
      cluster: this.cluster.clusterName,
      authentication: this.authenticationRecord(),
      acls: acls.length > 0 ? acls : undefined,
      quotas: this.quotas,
      secretLabels: this.secretMarks.secretLabels,
      secretAnnotations: annotations,
    };
  }

  /** What the operator calls the Secret of the user. */
  private get secret(): string {
    return userSecret(this.name, this.cluster.userSecretPrefix);
  }

  /**
   * Rules that follow from grants are for clusters that heed them, or whose operator passes over them; those of the props are
   * written as they are.
   */
  private aclsToWrite(): readonly Acl[] {
    const { rightsFrom, site } = this.cluster;
    const isHarmless = rightsFrom === 'nowhere' && site.release.facts.aclsWithoutAuthorization !== 'refused';
    return rightsFrom === 'acls' || isHarmless ? aclsOf(this.register.wiring.grantsOf(this)) : this.ownAcls;
  }

  private notePassword(authentication: UserAuthenticationType): void {
    noteFault(this, {
      rule: 'prop-value',
      effect: 'ignored',
      field: 'password',
      allowed: "authentication: 'scram-sha-512'",
      message: `A user with ${authentication === 'none' ? 'a login of its own' : authentication} has no password: it is not written.`,
      remedy: 'Leave it out, or say that the user has one.',
    });
  }

  private authenticationRecord(): UserAuthentication | undefined {
    const { authentication: type, password } = this;
    if (type === 'none') return undefined;
    return type === 'scram-sha-512' && password ? { type, password } : { type };
  }
}
