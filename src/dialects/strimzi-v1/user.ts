import type { KafkaUserManifest } from '../../../imports/strimzi-v1';
import { JOINED_ACLS } from '../common/acl';
import { userCodec } from '../common/user';
import { API_VERSION } from './api';

/** KafkaUser: a rule for all operations on a thing. */
export const user = userCodec<KafkaUserManifest, 'spec.authorization.acls.operation'>(API_VERSION, JOINED_ACLS);
