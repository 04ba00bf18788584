import type { Noun, Records } from '../../model/nouns';
import type { NounChanges } from '../scene';
import { bridgeChanges } from './bridge';
import { clientChanges } from './client';
import { connectChanges } from './connect';
import { connectorChanges } from './connector';
import { kafkaAccessChanges } from './kafka-access';
import { kafkaClusterChanges } from './kafka-cluster';
import { mirrorMakerChanges } from './mirror-maker';
import { mirrorMaker2Changes } from './mirror-maker-2';
import { nodePoolChanges } from './nodes';
import { otherChanges } from './other';
import { exposureChanges, namespaceChanges, operatorGroupChanges, subscriptionChanges } from './platform';
import { rebalanceChanges } from './rebalance';
import { topicChanges } from './topic';
import { tracingChanges } from './tracing';
import { userChanges } from './user';

/** What comes of changes, by noun. A noun that is forgotten does not compile. */
export const CHANGES: { readonly [N in Noun]: NounChanges<Records[N]> } = {
  kafkaCluster: kafkaClusterChanges,
  nodePool: nodePoolChanges,
  topic: topicChanges,
  user: userChanges,
  mirrorMaker: mirrorMakerChanges,
  mirrorMaker2: mirrorMaker2Changes,
  connect: connectChanges,
  connector: connectorChanges,
  bridge: bridgeChanges,
  rebalance: rebalanceChanges,
  kafkaAccess: kafkaAccessChanges,
  tracingBackend: tracingChanges,
  client: clientChanges,
  namespace: namespaceChanges,
  operatorGroup: operatorGroupChanges,
  subscription: subscriptionChanges,
  exposure: exposureChanges,
  other: otherChanges,
};
