import { Construct, type IConstruct } from 'constructs';
import type { Credentials, LoginRecord } from '../model/endpoint';
import { explained, type Asked, type ExplainedAcl, type GrantRecord } from '../model/grant';
import type { SecretKey } from '../model/user';
import { credentialsOf, type UserAuthenticationType } from '../wiring/credentials';
import { setStandIn, standIn } from '../props/stand-ins';
import { Grant } from './grant';
import { noteReferredUser } from './granted-elsewhere';
import { holdCalls } from './held';
import { freeId, importedId } from './ids';
import type { IKafkaCluster, IKafkaUser } from './interfaces';
import type { Login } from './login';
import { registerOf, type Register } from './register';

/** Properties of a reference to a user. */
export interface UserReferenceProps {
  /**
   * The cluster that the user is of.
   * @default - the scope, where that is a Kafka cluster
   */
  readonly cluster?: IKafkaCluster;
  /**
   * The name that Kafka knows the user by, known at once.
   * @default - the id
   */
  readonly userName?: string;
  /**
   * How the user proves who they are.
   * @default - `none` with a `login`, else what the cluster's first listener with authentication asks for; `tls` where none does
   */
  readonly authentication?: UserAuthenticationType;
  /**
   * How programs that are the user log in by other means than what the user operator makes.
   * @default - with what the user operator makes
   */
  readonly login?: Login;
}

/** A reference of which everything is known. */
type KnownUser = Required<Omit<UserReferenceProps, 'login'>> & Pick<UserReferenceProps, 'login'>;

/** A user that somebody else manages. */
export class ImportedUser extends Construct implements IKafkaUser {
  static {
    holdCalls(this, 'IKafkaUser');
    setStandIn('IKafkaUser', () => {
      const cluster = standIn({ instance: 'IKafkaCluster' }) as IKafkaCluster;
      return new ImportedUser(cluster, '', { cluster, userName: '', authentication: 'tls' });
    });
  }

  readonly userName: string;
  readonly cluster: IKafkaCluster;
  readonly credentials: Credentials | undefined;
  readonly login: LoginRecord | undefined;
  readonly loginSecrets: Readonly<Record<string, SecretKey>> | undefined;
  /** @internal */
  readonly asked: Asked[] = [];
  private readonly register: Register;

  constructor(scope: Construct, id: string, props: KnownUser) {
    super(scope, freeId(scope, importedId(id)));
    this.userName = props.userName;
    this.cluster = props.cluster;
    this.credentials = credentialsOf(props.userName, props.authentication, props.cluster.userSecretPrefix);
    this.login = props.login?.record;
    this.loginSecrets = props.login?.secrets;
    this.register = registerOf(this);
    this.register.addUser(this);
    noteReferredUser(this);
  }

  get managed(): boolean {
    return this.register.manages(this);
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
}
