import type { KafkaAccessManifest } from '../../../imports/access';
import type { KafkaAccessRecord } from '../../model/kafka-access';
import { codec, defined, present, type Codec } from '../common/codec';
import { MARKS_TEMPLATE, readMarks, writeMarks } from '../common/marks-template';
import type { Shape } from '../common/shape';

/** Group and version of the API of Strimzi's Access operator. */
export const API_VERSION = 'access.strimzi.io/v1alpha1';
/** The only user that the operator takes. */
export const USER = { apiGroup: 'kafka.strimzi.io', kind: 'KafkaUser' } as const;

const SHAPE = {
  spec: {
    kafka: { name: 'text', namespace: 'text', listener: 'text' },
    user: { apiGroup: 'text', kind: 'text', name: 'text', namespace: 'text' },
    secretName: 'text',
    template: { secret: MARKS_TEMPLATE },
  },
} as const satisfies Shape;

/**
 * KafkaAccess: a Secret with all that it takes to connect.
 * @see https://github.com/strimzi/kafka-access-operator 0.1.1 to 0.3.0
 */
export const kafkaAccess: Codec<KafkaAccessRecord> = codec<KafkaAccessRecord, typeof SHAPE, KafkaAccessManifest>({
  apiVersion: API_VERSION,
  kind: 'KafkaAccess',
  shape: SHAPE,
  write: ({ cluster, clusterNamespace, listener, user, secretName, secretMetadata }) => ({
    spec: defined({
      kafka: defined({ name: cluster, namespace: clusterNamespace, listener }),
      user: user && defined({ ...USER, name: user.name, namespace: user.namespace }),
      secretName,
      template: present({ secret: writeMarks(secretMetadata) }),
    }),
  }),
  read: ({ spec = {} }) => {
    const { kafka = {}, user, template } = spec;
    return defined({
      cluster: kafka.name ?? '',
      clusterNamespace: kafka.namespace,
      listener: kafka.listener,
      user: user?.name === undefined ? undefined : defined({ name: user.name, namespace: user.namespace }),
      secretName: spec.secretName,
      secretMetadata: readMarks(template?.secret),
    });
  },
});
