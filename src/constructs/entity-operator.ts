import type { Duration } from 'cdk8s';
import { defined } from '../dialects/common/codec';
import type { EntityOperator, EntityProgram, UserOperator } from '../model/entity-operator';
import type { Resources } from '../model/resource';
import { containerRecord, type ContainerProps } from './container';
import type { Placement } from './placement';
import { podsRecord, type PodOptions } from './pods';
import { sidecarRecord, type TlsSidecarProps } from './tls-sidecar';
import { programRecord, type ProgramProps } from './workload';

/** The operators of topics and users beside a Kafka cluster. They run in one pod. */
export interface EntityOperatorProps {
  /**
   * What puts KafkaTopics into Kafka; `false`: it does not run.
   * @default {} - it runs as it comes
   */
  readonly topicOperator?: EntityProgramProps | false;
  /**
   * What puts KafkaUsers into Kafka; `false`: it does not run.
   * @default {} - it runs as it comes
   */
  readonly userOperator?: UserOperatorProps | false;
  /**
   * What spoke TLS for them: operators know the field up to Strimzi 0.51.
   * @default - as it comes
   */
  readonly tlsSidecar?: TlsSidecarProps;
  /**
   * Nodes of the Kubernetes cluster that they must run on.
   * @default - as the Kafka cluster has it
   */
  readonly placement?: Placement;
  /**
   * Labels, tolerations, spread, rights and so on of the pod; `maxUnavailable` from Strimzi 0.48 on.
   * @default - the operator's
   */
  readonly pods?: PodOptions;
}

/** An operator of topics or of users. */
export interface EntityProgramProps extends ProgramProps, ContainerProps {
  /**
   * Namespace whose objects it looks at, and no other. Operators from 1.0.1 on take none but that of the cluster, unless the
   * cluster operator is told otherwise.
   * @default - the Kafka cluster's
   */
  readonly watchedNamespace?: string;
  /**
   * Time between two looks at all objects; changes are taken up at once. Up to Strimzi 0.41 it is of whole seconds.
   * @default - the operator's
   */
  readonly reconciliationInterval?: Duration;
  /**
   * The container image, with a tag or a digest.
   * @default - the cluster operator's
   */
  readonly image?: string;
  /**
   * CPU and memory.
   * @default - not said
   */
  readonly resources?: Resources;
}

/** An operator of users. */
export interface UserOperatorProps extends EntityProgramProps {
  /**
   * What stands before the names of users in those of their Secrets, such as `kafka-`, from Strimzi 0.21 on, known at once.
   * Clients, mirrors and whatever else of this topology is a user of the cluster look for the Secrets by these names.
   * @default - nothing: a Secret is called after its user
   */
  readonly secretPrefix?: string;
}

/** What is said of the operators, for the record of their cluster; absent: none runs. */
export function entityOperatorRecord(
  { topicOperator = {}, userOperator = {}, tlsSidecar, placement, pods }: EntityOperatorProps,
  usual: Placement | undefined,
): EntityOperator | undefined {
  if (topicOperator === false && userOperator === false) return undefined;
  return defined({
    topicOperator: topicOperator === false ? undefined : entityProgram(topicOperator),
    userOperator: userOperator === false ? undefined : userProgram(userOperator),
    tlsSidecar: tlsSidecar && sidecarRecord(tlsSidecar),
    ...podsRecord(pods),
    placement: (placement ?? usual)?.record,
  });
}

/** What stands before the names of users in those of their Secrets; absent: nothing. */
export function userSecretPrefixOf({ userOperator }: EntityOperatorProps = {}): string | undefined {
  return userOperator ? userOperator.secretPrefix : undefined;
}

function userProgram(props: UserOperatorProps): UserOperator {
  const { secretPrefix } = props;
  return defined({ ...entityProgram(props), secretPrefix });
}

function entityProgram(props: EntityProgramProps): EntityProgram {
  const { watchedNamespace, reconciliationInterval, resources, image } = props;
  return defined({
    watchedNamespace,
    intervalMs: reconciliationInterval?.toMilliseconds(),
    resources,
    image,
    ...programRecord(props),
    ...containerRecord(props),
  });
}
