import type { OperatorObjects } from '../../model/release';
import { deploymentPods, named, type MadeObject } from './made-object';

/** What the operator makes of a MirrorMaker 1. */
export function mirrorMakerObjects(name: string, replicas: number): readonly MadeObject[] {
  const deployment = `${name}-mirror-maker`;
  return [...deploymentPods(deployment, replicas), ...named('ConfigMap', `${deployment}-config`)];
}

/**
 * What the operator makes of a MirrorMaker 2 (`mirrormaker2`) or a Kafka Connect (`connect`).
 * @see KafkaMirrorMaker2Resources and KafkaConnectResources of Strimzi 0.18.0 to 1.2.0
 */
export function connectObjects(
  name: string,
  replicas: number,
  part: 'mirrormaker2' | 'connect',
  makes: OperatorObjects,
): readonly MadeObject[] {
  const component = `${name}-${part}`;
  const hasSet = makes.connectPods === 'StrimziPodSet';
  const pods = Array.from({ length: replicas }, (_, id) => `${component}-${id}`);
  return [
    ...(hasSet ? named('Pod', ...pods) : deploymentPods(component, replicas)),
    ...named('Service', ...(hasSet ? [component] : []), `${component}-api`),
    ...named('ConfigMap', `${component}-config`),
  ];
}

/** What the operator makes of a bridge for HTTP. */
export function bridgeObjects(name: string, replicas: number): readonly MadeObject[] {
  const deployment = `${name}-bridge`;
  return [
    ...deploymentPods(deployment, replicas),
    ...named('Service', `${deployment}-service`),
    ...named('ConfigMap', `${deployment}-config`),
  ];
}
