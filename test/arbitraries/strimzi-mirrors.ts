import fc from 'fast-check';
import type { MirrorConnector, MirrorFlow, MirrorMaker2Record, MirrorTarget } from '../../src/model/mirror-maker-2';
import { merged, record, sparse } from './records';
import {
  config,
  identity,
  jmx,
  name,
  placement,
  pods,
  resources,
  version,
  workloads,
  type Generation,
} from './strimzi-workloads';
import { lateConnectorFields } from './strimzi-connect';
import { containerFields } from './strimzi-containers';
import { endpoint } from './strimzi-endpoints';

const alias = fc.stringMatching(/^[a-zA-Z0-9._-]{1,12}$/);
const pattern = fc.constantFrom('.*', 'orders,stock', '__.*');

/** MirrorMaker 2 that the generation can say: several mirrors, with and without each connector. */
export function mirrorMakers2(generation: Generation): fc.Arbitrary<MirrorMaker2Record> {
  const tracing = fc.constant(generation === 'v1beta1' ? ('jaeger' as const) : ('opentelemetry' as const));
  return fc.uniqueArray(alias, { minLength: 2, maxLength: 4 }).chain(([first = '', ...sources]) =>
    merged(
      record(
        {
          name,
          replicas: fc.nat({ max: 9 }),
          target: target(generation, first),
          mirrors: fc.tuple(...sources.map((source) => flow(generation, source))),
        },
        {
          ...identity,
          version,
          image: name,
          // 0.18 knows neither.
          ...(generation === 'v1beta1' ? {} : { jmx, rack: fc.record({ topologyKey: name }) }),
          tracing,
          offsets: fc.record({ connector: name, action: fc.constantFrom('list', 'alter', 'reset') }),
          ...containerFields(generation),
          resources,
          placement,
          pods,
          maxUnavailable: fc.nat({ max: 3 }),
        },
      ),
      workloads(generation),
    ),
  );
}

function target(generation: Generation, its: string): fc.Arbitrary<MirrorTarget> {
  const names = { groupId: name, configStorageTopic: name, offsetStorageTopic: name, statusStorageTopic: name };
  return merged(
    merged(endpoint(generation), generation === 'v1' ? fc.record(names) : sparse(names)),
    record({ alias: fc.constant(its) }, { config }),
  );
}

function flow(generation: Generation, its: string): fc.Arbitrary<MirrorFlow> {
  const each = connector(generation);
  return record(
    { source: merged(endpoint(generation), record({ alias: fc.constant(its) }, { config })) },
    {
      topicsPattern: pattern,
      topicsExcludePattern: pattern,
      groupsPattern: pattern,
      groupsExcludePattern: pattern,
      sourceConnector: each,
      checkpointConnector: each,
      ...(generation === 'v1' ? {} : { heartbeatConnector: each }),
    },
  );
}

function connector(generation: Generation): fc.Arbitrary<MirrorConnector> {
  const states: ('running' | 'paused' | 'stopped')[] = ['running', 'paused'];
  if (generation !== 'v1beta1') states.push('stopped');
  return sparse({
    tasksMax: fc.integer({ min: 1, max: 99 }),
    state: fc.constantFrom(...states),
    config,
    ...lateConnectorFields(generation),
  });
}
