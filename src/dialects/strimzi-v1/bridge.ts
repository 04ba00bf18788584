import type { KafkaBridgeManifest } from '../../../imports/strimzi-v1';
import { bridgeCodec } from '../common/bridge';
import { FILES_IN_CONFIG_MAPS, type EarlyWords } from '../common/workload';
import { API_VERSION } from './api';

/** Early words are gone; a variable has no address of a node. */
type Lacks = EarlyWords<'spec'> | 'spec.enableMetrics' | 'spec.template.bridgeContainer.env.valueFrom.fieldRef';

/** KafkaBridge. */
export const bridge = bridgeCodec<KafkaBridgeManifest, Lacks>(API_VERSION, FILES_IN_CONFIG_MAPS);
