import { defined } from '../dialects/common/codec';
import type { AutoRebalance, BrokerCapacity, CruiseControlRecord } from '../model/cruise-control';
import type { Config, Resources } from '../model/resource';
import type { WorkloadRecord } from '../model/workload';
import { containerRecord, type ContainerProps } from './container';
import type { Placement } from './placement';
import { podsRecord } from './pods';
import { sidecarRecord, type TlsSidecarProps } from './tls-sidecar';
import type { WorkloadProps } from './workload';

/** A Cruise Control beside a Kafka cluster: it moves partitions between brokers. */
export interface CruiseControlProps extends WorkloadProps, ContainerProps {
  /**
   * Goals that it knows, the first ones first: `RackAwareGoal`, or the names of their classes; known at once.
   * @default - Cruise Control's own
   * @see https://github.com/linkedin/cruise-control/wiki/Pluggable-Components#goals
   */
  readonly goals?: readonly string[];
  /**
   * Goals that a rebalance has where it names none, known at once.
   * @default - all that it knows
   */
  readonly defaultGoals?: readonly string[];
  /**
   * Goals that every proposal has to meet, known at once.
   * @default - the operator's, those of them that a rebalance has
   */
  readonly hardGoals?: readonly string[];
  /**
   * What each broker can bear.
   * @default - CPU and disks as Kubernetes has them, and 10000 KiB/s each way
   */
  readonly capacity?: BrokerCapacity;
  /**
   * When partitions are moved without being asked (from Strimzi 0.44 on): when brokers are added, before some are taken away.
   * @default - never
   */
  readonly autoRebalance?: readonly AutoRebalance[];
  /**
   * Further settings of Cruise Control.
   * @default - the operator's
   * @see https://github.com/linkedin/cruise-control/wiki/Configurations
   */
  readonly config?: Config;
  /**
   * The container image, with a tag or a digest.
   * @default - the operator's
   */
  readonly image?: string;
  /**
   * What spoke TLS for it: operators know the field up to Strimzi 0.51.
   * @default - as it comes
   */
  readonly tlsSidecar?: TlsSidecarProps;
  /**
   * CPU and memory.
   * @default - not said
   */
  readonly resources?: Resources;
  /**
   * Nodes of the Kubernetes cluster that it must run on.
   * @default - as the Kafka cluster has it
   */
  readonly placement?: Placement;
}

/** What is said of a Cruise Control, for the record of its cluster. */
export function cruiseControlRecord(
  props: CruiseControlProps,
  workload: WorkloadRecord,
  usual: Placement | undefined,
): CruiseControlRecord {
  const { goals, defaultGoals, hardGoals, capacity, autoRebalance, placement = usual, tlsSidecar } = props;
  const usualGoals = defaultGoals ?? goals;
  const config = defined({
    goals: listOf(goals),
    'default.goals': listOf(usualGoals),
    'hard.goals': listOf(hardGoals ?? hardAmong(usualGoals)),
    ...props.config,
  }) as Config;
  return defined({
    ...workload,
    ...podsRecord(props.pods),
    ...containerRecord(props),
    config: Object.keys(config).length > 0 ? config : undefined,
    capacity,
    autoRebalance,
    image: props.image,
    tlsSidecar: tlsSidecar && sidecarRecord(tlsSidecar),
    resources: props.resources,
    placement: placement?.record,
  });
}

/** The operator's hard goals that are among others: Cruise Control does not start with hard goals that a rebalance does not have. */
function hardAmong(goals: readonly string[] | undefined): readonly string[] | undefined {
  const hard = goals?.filter((goal) => HARD.includes(goal.replace(`${GOALS}.`, '')));
  return hard?.length === 0 ? undefined : hard;
}

const HARD = [
  ...['RackAwareGoal', 'ReplicaCapacityGoal', 'DiskCapacityGoal'],
  ...['NetworkInboundCapacityGoal', 'NetworkOutboundCapacityGoal', 'CpuCapacityGoal'],
];

/** Names of goals as Cruise Control takes them: those that are no class have its own package. */
function listOf(goals: readonly string[] | undefined): string | undefined {
  return goals?.map((goal) => (goal.includes('.') ? goal : `${GOALS}.${goal}`)).join(',');
}

const GOALS = 'com.linkedin.kafka.cruisecontrol.analyzer.goals';
