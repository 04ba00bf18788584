import fc from 'fast-check';
import { mergeAcls, type Acl, type AclResource, type Operation } from '../../src/model/acl';
import type { TopicRecord } from '../../src/model/topic';
import type { UserRecord, UserAuthentication } from '../../src/model/user';
import { record, sparse } from './records';
import { type Generation, config, identity, marks, name, word } from './strimzi-workloads';

/** Topics. The first generation wants partitions and replicas said. */
export function topics(generation: Generation): fc.Arbitrary<TopicRecord> {
  const counts = { partitions: fc.integer({ min: 1, max: 500 }), replicas: fc.integer({ min: 1, max: 9 }) };
  const optional = { ...identity, topicName: fc.stringMatching(/^[a-zA-Z0-9._-]{1,20}$/), config };
  return generation === 'v1beta1'
    ? record({ name, cluster: name, ...counts }, optional)
    : record({ name, cluster: name }, { ...optional, ...counts });
}

const patternType = fc.constantFrom('literal' as const, 'prefix' as const);
const aclResource: fc.Arbitrary<AclResource> = fc.oneof(
  record(
    { type: fc.constantFrom('topic' as const, 'group' as const, 'transactionalId' as const), name: word },
    { patternType },
  ),
  fc.constant({ type: 'cluster' as const }),
);
const operations = fc.uniqueArray(
  fc.constantFrom<Operation[]>('Read', 'Write', 'Create', 'Describe', 'Alter', 'DescribeConfigs', 'All'),
  { minLength: 1, maxLength: 4 },
);
const acl: fc.Arbitrary<Acl> = record(
  { resource: aclResource, operations },
  { type: fc.constantFrom('allow' as const, 'deny' as const), host: fc.constantFrom('*', '10.0.0.1') },
);

/** ACLs in the model's one form. */
export const acls: fc.Arbitrary<readonly Acl[]> = fc.array(acl, { maxLength: 5 }).map(mergeAcls);

/** Users that the generation can say. */
export function users(generation: Generation): fc.Arbitrary<UserRecord> {
  const rate = fc.nat({ max: 1_000_000 });
  const scram = fc.constant({ type: 'scram-sha-512' as const });
  const password = fc.record({
    type: fc.constant('scram-sha-512' as const),
    password: fc.record({ secret: name, key: word }),
  });
  const early: fc.Arbitrary<UserAuthentication> = fc.oneof(fc.constant({ type: 'tls' as const }), scram);
  const isEarly = generation === 'v1beta1';
  const quotas = sparse({
    producerByteRate: rate,
    consumerByteRate: rate,
    requestPercentage: rate,
    ...(isEarly ? {} : { controllerMutationRate: rate }),
  });
  const authentication = isEarly ? early : fc.oneof(early, password, fc.constant({ type: 'tls-external' as const }));
  return record(
    { name, cluster: name },
    { ...identity, authentication, acls, quotas, secretAnnotations: marks, secretLabels: marks },
  );
}
