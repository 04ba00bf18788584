import type { KafkaBridgeManifest } from '../../../imports/strimzi-v1beta2';
import { bridgeCodec } from '../common/bridge';
import { API_VERSION } from './api';

/** A variable has no address of a node. */
type Lacks = 'spec.template.bridgeContainer.env.valueFrom.fieldRef';

/** KafkaBridge. */
export const bridge = bridgeCodec<KafkaBridgeManifest, Lacks>(API_VERSION);
