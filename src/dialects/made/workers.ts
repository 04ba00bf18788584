import type { BridgeRecord } from '../../model/bridge';
import type { ConnectRecord } from '../../model/connect';
import type { Endpoint } from '../../model/endpoint';
import type { MirrorMaker2Record } from '../../model/mirror-maker-2';
import type { PlatformName } from '../../model/platform';
import type { OperatorObjects } from '../../model/release';
import { deploymentPods, named, type MadeObject } from './made-object';

/** What the operator makes of a MirrorMaker 1. */
export function mirrorMakerObjects(name: string, replicas: number): readonly MadeObject[] {
  const deployment = `${name}-mirror-maker`;
  return [...deploymentPods(deployment, replicas), ...named('ConfigMap', `${deployment}-config`)];
}

/**
 * What the operator makes of a MirrorMaker 2.
 * @see KafkaMirrorMaker2Resources of Strimzi 0.18.0 to 1.2.0
 */
export function mirrorMaker2Objects(
  { name, replicas, target, mirrors }: MirrorMaker2Record,
  makes: OperatorObjects,
): readonly MadeObject[] {
  const sources = makes.trustSecrets === 'all' ? mirrors.map(({ source }) => source) : [];
  return [
    ...workerObjects(`${name}-mirrormaker2`, replicas, makes),
    ...trustSecret(`${name}-connect`, [target, ...sources], makes.trustSecrets !== 'none'),
  ];
}

/**
 * What the operator makes of a Kafka Connect. On OpenShift what a build makes is OpenShift's to name.
 * @see KafkaConnectResources of Strimzi 0.18.0 to 1.2.0
 */
export function connectObjects(
  { name, replicas, endpoint, build }: ConnectRecord,
  platform: PlatformName,
  makes: OperatorObjects,
): readonly MadeObject[] {
  const component = `${name}-connect`;
  return [
    ...workerObjects(component, replicas, makes),
    ...trustSecret(component, [endpoint], makes.trustSecrets !== 'none'),
    ...(build && platform === 'kubernetes' ? named('ConfigMap', `${component}-dockerfile`) : []),
  ];
}

function workerObjects(component: string, replicas: number, makes: OperatorObjects): readonly MadeObject[] {
  const hasSet = makes.connectPods === 'StrimziPodSet';
  const pods = Array.from({ length: replicas }, (_, id) => `${component}-${id}`);
  return [
    ...(hasSet ? named('Pod', ...pods) : deploymentPods(component, replicas)),
    ...named('Service', ...(hasSet ? [component] : []), `${component}-api`),
    ...named('ConfigMap', `${component}-config`),
  ];
}

/** What the operator makes of a bridge for HTTP. */
export function bridgeObjects(
  { name, replicas, endpoint }: BridgeRecord,
  makes: OperatorObjects,
): readonly MadeObject[] {
  const deployment = `${name}-bridge`;
  return [
    ...deploymentPods(deployment, replicas),
    ...named('Service', `${deployment}-service`),
    ...named('ConfigMap', `${deployment}-config`),
    ...trustSecret(deployment, [endpoint], makes.trustSecrets === 'all'),
  ];
}

function trustSecret(component: string, clusters: readonly Endpoint[], isMade: boolean): readonly MadeObject[] {
  const isWanted = clusters.some(({ trust = [] }) => trust.length > 0);
  return isMade && isWanted ? named('Secret', `${component}-tls-trusted-certs`) : [];
}
