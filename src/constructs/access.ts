import { Construct } from 'constructs';
import type { Endpoint } from '../model/endpoint';
import type { ResourceRecord } from '../model/resource';
import { connect, type Connection } from './connection';
import { noteFault } from './faults';
import { noteForeignSecrets } from './foreign-secrets';
import type { IKafkaCluster } from './kafka-cluster';
import type { Resource } from './resource';
import { KafkaUser, type IKafkaUser } from './user';

/** What a program asks of a Kafka cluster. */
export interface AccessRequest {
  readonly cluster: IKafkaCluster;
  /** The prop that names the cluster, for findings. */
  readonly field: string;
  /** Name of the listener; absent: the best that can be reached. */
  readonly listener?: string | undefined;
  /** The user that the program is; absent: one of its own, where the listener asks for one. */
  readonly user?: IKafkaUser | undefined;
  /** Id of a user of its own. */
  readonly userId: string;
}

/** How a program gets into a Kafka cluster. */
export interface Access {
  readonly endpoint: Endpoint;
  readonly user: IKafkaUser | undefined;
}

/** Finds the way of a program into a Kafka cluster. What is in the way is noted of the program. */
export function gainAccess(program: Resource<ResourceRecord>, request: AccessRequest): Access {
  const { cluster, field, listener } = request;
  const way = connect(cluster, program.site, listener);
  if ('unreachable' in way) {
    noteFault(program, {
      rule: 'cluster-in-reach',
      field,
      given: cluster.clusterName,
      message: `There is no way to the cluster: ${way.unreachable}.`,
      remedy: way.remedy,
    });
    return { endpoint: { bootstrapServers: '' }, user: request.user };
  }
  const user = request.user ?? ownUser(way, request);
  const endpoint = endpointOf(way, user);
  noteMisfit(program, request, way, user);
  noteForeignSecrets(program, cluster, endpoint);
  return { endpoint, user };
}

function ownUser({ listener }: Connection, { cluster, userId }: AccessRequest): IKafkaUser | undefined {
  const authentication = listener.record.authentication?.type;
  if (authentication !== 'tls' && authentication !== 'scram-sha-512') return undefined;
  return Construct.isConstruct(cluster)
    ? new KafkaUser(cluster, userId, cluster, { authentication })
    : KafkaUser.fromUserName(cluster, userId, { authentication });
}

function endpointOf({ bootstrapServers, trust }: Connection, user: IKafkaUser | undefined): Endpoint {
  const credentials = user?.credentials;
  return { bootstrapServers, ...(trust && { trust }), ...(credentials && { credentials }) };
}

function noteMisfit(
  program: Resource<ResourceRecord>,
  { field }: AccessRequest,
  { listener }: Connection,
  user: IKafkaUser | undefined,
): void {
  const { name, authentication } = listener.record;
  const given = user?.credentials?.type;
  if (!user || !authentication || given === undefined || given === authentication.type) return;
  noteFault(program, {
    rule: 'user-fits-listener',
    field,
    given: `user "${user.userName}" with ${given}`,
    allowed: authentication.type,
    message: `Listener "${name}" asks for other credentials than the user has.`,
    remedy: 'Name another listener, or a user with that authentication.',
  });
}
