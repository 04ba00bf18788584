import fc from 'fast-check';
import type { MirrorMakerRecord } from '../../src/model/mirror-maker';
import { containerFields } from './strimzi-containers';
import { endpoint } from './strimzi-endpoints';
import { merged, record, sparse } from './records';
import { config, identity, name, placement, pods, resources, version, word, workloads } from './strimzi-workloads';

/** MirrorMaker 1 that the generation can say. */
export function mirrorMakers(generation: 'v1beta1' | 'v1beta2'): fc.Arbitrary<MirrorMakerRecord> {
  const count = fc.integer({ min: 1, max: 9 });
  const source = merged(
    endpoint(generation),
    record({ groupId: word }, { numStreams: count, offsetCommitInterval: count, config }),
  );
  const target = merged(endpoint(generation), sparse({ abortOnSendFailure: fc.boolean(), config }));
  const tracing = fc.constant(generation === 'v1beta1' ? ('jaeger' as const) : ('opentelemetry' as const));
  return merged(
    record(
      { name, replicas: count, source, target, include: fc.constantFrom('.*', 'orders,stock', 'my-topic') },
      {
        ...identity,
        version,
        image: word,
        tracing,
        ...containerFields(generation),
        resources,
        placement,
        pods,
        maxUnavailable: fc.nat({ max: 3 }),
      },
    ),
    workloads(generation),
  );
}
