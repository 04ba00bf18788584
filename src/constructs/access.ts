import type { CredentialsAs } from '../model/client';
import type { Endpoint } from '../model/endpoint';
import { endpointOf, misfitOf, type Misfit } from '../wiring/access';
import { connect, type Connection } from '../wiring/connection';
import { credentialsAskedBy } from '../wiring/credentials';
import { renamedSecrets } from '../wiring/foreign-secrets';
import { nameFrom } from '../wiring/mirror-names';
import type { Unreachable } from '../wiring/unreachable';
import { noteFault } from './faults';
import type { IKafkaCluster, IKafkaUser, Program } from './interfaces';
import { registerOf } from './register';
import { isResource } from './resource';
import { haveSecretsBrought } from './secret-journeys';
import { KafkaUser } from './user';

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
  /** How it takes its credentials; absent: as PEM. */
  readonly credentialsAs?: CredentialsAs | undefined;
}

/** How a program gets into a Kafka cluster. */
export interface Access {
  readonly endpoint: Endpoint;
  readonly user: IKafkaUser | undefined;
}

/** Finds the way of a program into a Kafka cluster. What is in the way is noted of the program. */
export function gainAccess(program: Program, request: AccessRequest): Access {
  const { endpoint, user } = findAccess(program, request);
  const nameHere = haveSecretsBrought(program, request, endpoint);
  return {
    user,
    // Known when somebody looks: who else has a Secret of the name may be told of later.
    get endpoint() {
      return renamedSecrets(endpoint, nameHere);
    },
  };
}

function findAccess(program: Program, request: AccessRequest): Access {
  const way = connect(request.cluster, program.site, request.listener);
  if ('unreachable' in way) {
    noteUnreachable(program, request, way);
    return { endpoint: { bootstrapServers: '' }, user: request.user };
  }
  const user = request.user ?? ownUser(program, way, request);
  const endpoint = endpointOf(way, user);
  const misfit = misfitOf(way, user);
  if (misfit) noteMisfit(program, request, { listener: way.listener.name, user: user?.userName, ...misfit });
  return { endpoint, user };
}

/**
 * A user of the program's own. Who manages the cluster manages the user. Programs of one name at several sites have users
 * of their own: from the second on, the name says where the program is.
 */
function ownUser(
  program: Program,
  { listener }: Connection,
  { cluster, userId }: AccessRequest,
): IKafkaUser | undefined {
  const authentication = credentialsAskedBy(listener);
  if (!authentication) return undefined;
  const name = registerOf(program).isTaken({ userName: userId, cluster }, program.site)
    ? nameFrom(userId, program.site, cluster.site)
    : userId;
  registerOf(program).take({ userName: name, cluster }, program.site);
  return isResource(cluster)
    ? new KafkaUser(cluster, name, { cluster, authentication })
    : KafkaUser.fromUserName(cluster, name, { cluster, authentication });
}

function noteUnreachable(
  program: Program,
  { field, cluster }: AccessRequest,
  { unreachable, remedy }: Required<Unreachable>,
): void {
  noteFault(program, {
    rule: 'cluster-in-reach',
    field,
    given: cluster.clusterName,
    message: `There is no way to the cluster: ${unreachable}.`,
    remedy,
  });
}

function noteMisfit(
  program: Program,
  { field }: AccessRequest,
  { listener, user, given, asked }: Misfit & { readonly listener: string; readonly user: string | undefined },
): void {
  noteFault(program, {
    rule: 'user-fits-listener',
    field,
    given: user === undefined ? 'no user' : `user "${user}" with ${given}`,
    allowed: asked,
    message:
      given === 'nothing'
        ? `Listener "${listener}" asks for a token, and the program shows none.`
        : `Listener "${listener}" asks for other credentials than the user has.`,
    remedy: remedyOf(asked),
  });
}

function remedyOf(asked: Misfit['asked']): string {
  if (asked === 'oauth') return 'Name another listener, or a user with a login: Login.oauth({ … }).';
  if (asked.startsWith('custom ')) return 'Give sasl in Login.custom({ … }) as the listener has it.';
  return 'Name another listener, or a user with that authentication.';
}
