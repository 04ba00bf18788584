import type { KafkaUserManifest } from '../../../imports/strimzi-v1beta1';
import { SINGLE_ACLS } from '../common/acl';
import { userCodec } from '../common/user';
import { API_VERSION } from './api';

/** KafkaUser: a rule for each operation. */
export const user = userCodec<KafkaUserManifest>(API_VERSION, SINGLE_ACLS);
