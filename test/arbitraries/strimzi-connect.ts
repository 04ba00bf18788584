import fc from 'fast-check';
import type { BridgeRecord } from '../../src/model/bridge';
import type {
  ConnectArtifact,
  ConnectBuild,
  ConnectBuildOutput,
  ConnectorRecord,
  ConnectRecord,
  ConnectVolume,
} from '../../src/model/connect';
import type { EnvVar } from '../../src/model/env';
import type { RebalanceRecord } from '../../src/model/rebalance';
import { merged, record, sparse } from './records';
import {
  config,
  identity,
  jmx,
  name,
  placement,
  objects,
  pods,
  resources,
  version,
  workloads,
  type Generation,
} from './strimzi-workloads';
import { containerFields } from './strimzi-containers';
import { endpoint, env } from './strimzi-endpoints';

const word = fc.stringMatching(/^[a-z][-a-z0-9.]{0,12}$/);
const rack = fc.record({ topologyKey: word });

function tracing(generation: Generation): fc.Arbitrary<'jaeger' | 'opentelemetry'> {
  return fc.constant(generation === 'v1beta1' ? 'jaeger' : 'opentelemetry');
}

/** Kafka Connects that the generation can say. */
export function connects(generation: Generation): fc.Arbitrary<ConnectRecord> {
  const names = { groupId: name, configStorageTopic: name, offsetStorageTopic: name, statusStorageTopic: name };
  return merged(
    workloads(generation),
    record(
      { name, replicas: fc.nat({ max: 9 }), endpoint: endpoint(generation), ...(generation === 'v1' ? names : {}) },
      {
        ...identity,
        ...(generation === 'v1' ? {} : names),
        version,
        image: word,
        config,
        connectorResources: fc.constant(true),
        // 0.18 builds nothing, and knows no racks.
        ...(generation === 'v1beta1' ? {} : { rack, jmx, build: build(generation) }),
        tracing: tracing(generation),
        env: connectEnv(generation),
        volumes: volumes(generation),
        resources,
        placement,
        pods,
        objects: objects(generation === 'v1beta1' ? ['apiService'] : ['apiService', 'serviceAccount', 'podSet']),
        maxUnavailable: fc.nat({ max: 3 }),
      },
    ),
  );
}

/** Variables; where Secrets have a place of their own, they are behind the others. */
function connectEnv(generation: Generation): fc.Arbitrary<EnvVar[]> {
  if (generation === 'v1') return env(generation).filter(isDistinct);
  const plain = env('v1beta1');
  const variable = fc.stringMatching(/^[A-Z]{1,8}$/);
  const secret: fc.Arbitrary<EnvVar> = fc.record({ name: variable, secret: fc.record({ secret: name, key: word }) });
  const fromMap: fc.Arbitrary<EnvVar> = fc.record({
    name: variable,
    from: fc.record({ configMapKeyRef: fc.record({ name, key: word }) }),
  });
  return fc
    .tuple(plain, fc.array(fc.oneof(secret, fromMap), { maxLength: 2 }))
    .map(([first, last]) => [...first, ...last])
    .filter(isDistinct);
}

function isDistinct(variables: readonly EnvVar[]): boolean {
  return new Set(variables.map((variable) => variable.name)).size === variables.length;
}

/** Files; those of `externalConfiguration` before others. */
function volumes(generation: Generation): fc.Arbitrary<ConnectVolume[]> {
  const source = fc.oneof(fc.record({ secret: name }), fc.record({ configMap: name }));
  const at = (path: string) =>
    fc.uniqueArray(
      fc.tuple(name, source).map(([its, from]): ConnectVolume => ({ name: its, path: `${path}${its}`, ...from })),
      { selector: (volume) => volume.name, minLength: 1, maxLength: 2 },
    );
  const external = at('/opt/kafka/external-configuration/');
  const mounted = at('/mnt/');
  if (generation === 'v1') return mounted;
  if (generation === 'v1beta1') return external;
  return fc.oneof(
    external,
    mounted,
    fc.tuple(external, mounted).map(([first, last]) => [...first, ...last]),
  );
}

function build(generation: Generation): fc.Arbitrary<ConnectBuild> {
  const options = fc.array(word, { minLength: 1, maxLength: 2 });
  const image = { type: fc.constant('docker' as const), image: word };
  const docker: fc.Arbitrary<ConnectBuildOutput> =
    generation === 'v1'
      ? record(image, { pushSecret: name, buildOptions: options, pushOptions: options })
      : record(image, { pushSecret: name, kanikoOptions: options });
  const stream = fc.record({ type: fc.constant('imagestream' as const), image: word });
  const plugin = fc.record({
    name: fc.stringMatching(/^[a-z0-9][-_a-z0-9]{0,6}[a-z0-9]$/),
    artifacts: fc.array(artifact(), { minLength: 1, maxLength: 2 }),
  });
  return record(
    {
      output: fc.oneof(docker, stream),
      plugins: fc.uniqueArray(plugin, { selector: (each) => each.name, minLength: 1, maxLength: 2 }),
    },
    { resources },
  );
}

function artifact(): fc.Arbitrary<ConnectArtifact> {
  const url = fc.constantFrom('https://repo.example.com/a.jar', 'http://repo.example.com/b.tgz');
  const file = record(
    { type: fc.constantFrom('jar' as const, 'tgz' as const, 'zip' as const), url },
    { sha512sum: word },
  );
  const maven = record(
    { type: fc.constant('maven' as const), group: word, artifact: word, version },
    { repository: fc.constant('https://repo.example.com/maven') },
  );
  const other = record({ type: fc.constant('other' as const), url }, { fileName: word, sha512sum: word });
  return fc.oneof(file, maven, other);
}

/** Connectors that the generation can say. */
export function connectors(generation: Generation): fc.Arbitrary<ConnectorRecord> {
  const states: ('running' | 'paused' | 'stopped')[] = ['running', 'paused'];
  if (generation !== 'v1beta1') states.push('stopped');
  return record(
    { name, connect: name },
    {
      ...identity,
      class: word,
      tasksMax: fc.integer({ min: 1, max: 99 }),
      config,
      state: fc.constantFrom(...states),
      offsets: fc.constantFrom('list' as const, 'alter' as const, 'reset' as const),
      ...lateConnectorFields(generation),
    },
  );
}

/** Words of connectors, those of mirrors too, that the first APIs lack. */
export function lateConnectorFields(generation: Generation): {
  readonly [Field in 'autoRestart' | 'listOffsetsTo' | 'alterOffsetsFrom' | 'version']?: fc.Arbitrary<
    NonNullable<ConnectorRecord[Field]>
  >;
} {
  return {
    ...(generation === 'v1beta1'
      ? {}
      : {
          autoRestart: sparse({ enabled: fc.boolean(), maxRestarts: fc.nat({ max: 9 }) }),
          listOffsetsTo: name,
          alterOffsetsFrom: name,
        }),
    ...(generation === 'v1' ? { version } : {}),
  };
}

/** Bridges that the generation can say. */
export function bridges(generation: Generation): fc.Arbitrary<BridgeRecord> {
  const cors = fc.record({
    allowedOrigins: fc.array(word, { maxLength: 2 }),
    allowedMethods: fc.array(fc.constantFrom('GET', 'POST'), { maxLength: 2 }),
  });
  const isOld = generation === 'v1beta1';
  const producer = isOld ? sparse({ config }) : sparse({ enabled: fc.boolean(), config });
  const consumer = isOld ? sparse({ config }) : sparse({ enabled: fc.boolean(), timeoutSeconds: fc.nat(), config });
  // Bridges of 0.18 have no file of metrics of their own.
  return merged(
    workloads(generation, !isOld),
    record(
      { name, replicas: fc.nat({ max: 9 }), endpoint: endpoint(generation) },
      {
        ...identity,
        ...(generation === 'v1' ? {} : { enableMetrics: fc.boolean() }),
        image: word,
        http: sparse({
          port: fc.integer({ min: 1024, max: 65535 }),
          cors,
          ...(generation === 'v1' && { certificate: fc.record({ secret: name, certificate: word, key: word }) }),
        }),
        producer,
        consumer,
        ...(isOld ? {} : { adminConfig: config, rack }),
        tracing: tracing(generation),
        ...containerFields(generation),
        resources,
        placement,
        pods,
        objects: objects(isOld ? ['apiService'] : ['apiService', 'serviceAccount']),
        maxUnavailable: fc.nat({ max: 3 }),
      },
    ),
  );
}

/** Rebalances that the generation can say. */
export function rebalances(generation: Generation): fc.Arbitrary<RebalanceRecord> {
  const ids = fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 3 });
  return record(
    { name, cluster: name },
    {
      ...identity,
      goals: fc.array(word, { maxLength: 3 }),
      skipHardGoalCheck: fc.boolean(),
      template: fc.constant(true),
      autoApproval: fc.constant(true),
      ...(generation === 'v1beta1'
        ? {}
        : {
            excludedTopics: word,
            concurrentPartitionMovementsPerBroker: fc.nat({ max: 9 }),
            concurrentIntraBrokerPartitionMovements: fc.nat({ max: 9 }),
            concurrentLeaderMovements: fc.nat({ max: 9 }),
            replicationThrottle: fc.nat({ max: 99 }),
            replicaMovementStrategies: fc.array(word, { maxLength: 2 }),
            mode: fc.constantFrom('full' as const, 'add-brokers' as const, 'remove-brokers' as const),
            brokers: ids,
            rebalanceDisk: fc.boolean(),
            moveReplicasOffVolumes: fc.array(fc.record({ brokerId: fc.nat({ max: 9 }), volumeIds: ids }), {
              minLength: 1,
              maxLength: 2,
            }),
          }),
    },
  );
}
