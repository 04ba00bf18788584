import { equal } from '../../dialects/common/values';
import type { ConnectBuild, ConnectRecord } from '../../model/connect';
import type { ChangeEffect } from '../change';
import { always, changed } from '../effects';
import type { KeptRow } from '../kept';
import type { FieldChange, NounChanges } from '../scene';
import { settingsEffects } from './client-settings';
import { endpointEffects } from './endpoint';
import { jmxChange } from './jmx';
import { podsChanges, workloadChanges } from './workload';
import { objectsEffects } from './made-objects';
import { volumesOrder } from './order';

const RESTART = 'The workers restart, and their connectors with them.';

const ENDPOINT = {
  restart: { class: 'restarts-pods', message: RESTART },
  moved: {
    class: 'manual-step',
    message: 'If the address is of another cluster, connectors and their offsets stay at the old one.',
    remedy: 'See that it is the same cluster, or take the storage topics along.',
  },
} as const;

/** What the operator makes beside the pods of workers. */
const SERVICES = ['apiService', 'headlessService', 'podDisruptionBudget', 'podSet'];
const BESIDE = { class: 'safe', message: 'It is about an object beside the pods.' } as const;

/** What builds go by, and images do not. */
const OF_BUILDS = [
  ...['resources', 'output.additionalKanikoOptions', 'output.pushSecret'].map((name) => `spec.build.${name}`),
  ...['buildConfig', 'buildContainer', 'buildPod', 'buildServiceAccount'].map((name) => `spec.template.${name}`),
];
const NEXT_BUILD = { class: 'safe', message: 'It counts when an image is built the next time.' } as const;

/** KafkaConnect. */
export const connectChanges: NounChanges<ConnectRecord> = {
  added: () => [{ class: 'safe', message: 'Workers start.' }],
  removed: () => [
    { class: 'restarts-pods', message: 'The workers are gone, and their connectors end. What is in topics stays.' },
  ],
  fields: {
    replicas: (was, is) => [replicasEffect(was, is)],
    endpoint: (was, is) => endpointEffects(was, is, 'spec', ENDPOINT),
    version: always('spec.version', 'restarts-pods', 'The workers restart with the other version of Kafka.'),
    image: always('spec.image', 'restarts-pods', RESTART),
    groupId: renamed(
      'groupId',
      'The workers are another group: until the last has restarted, two of them run the same connectors.',
    ),
    configStorageTopic: renamed('configStorageTopic', 'The workers forget their connectors.'),
    offsetStorageTopic: renamed(
      'offsetStorageTopic',
      'Connectors forget how far they are: sources begin anew, and write records twice.',
    ),
    statusStorageTopic: renamed('statusStorageTopic', 'The workers forget the state of their connectors.'),
    config: (was, is) => settingsEffects(was, is, ['spec', 'config'], ENDPOINT.restart),
    connectorResources: (was, is) => [resourcesEffect(was, is)],
    build: (was, is) => [buildEffect(was, is)],
    jmx: jmxChange('spec', { class: 'restarts-pods', message: RESTART }),
    rack: always('spec.rack', 'restarts-pods', RESTART),
    tracing: always('spec.tracing', 'restarts-pods', RESTART),
    ...workloadChanges('spec', { class: 'restarts-pods', message: RESTART }),
    ...podsChanges('spec', { class: 'restarts-pods', message: RESTART }),
    // Values may be secret.
    env: () => [{ class: 'restarts-pods', field: 'spec.template', message: RESTART }],
    volumes: always('spec.template', 'restarts-pods', RESTART),
    resources: always('spec.resources', 'restarts-pods', RESTART),
    placement: always('spec.template.pod.affinity', 'restarts-pods', RESTART),
    objects: (was, is) => objectsEffects(was, is, 'spec.template'),
  },
  labels: () => ({ class: 'restarts-pods', message: RESTART }),
  besides: (_told, _around, manifests) => volumesOrder(manifests, 'spec', ENDPOINT.restart),
  kept: [
    { at: 'spec.logging', class: 'safe', message: 'The workers take up levels while they run.' },
    ...SERVICES.map((name): KeptRow => ({ at: `spec.template.${name}`, ...BESIDE })),
    ...OF_BUILDS.map((at): KeptRow => ({ at, ...NEXT_BUILD })),
    { at: 'spec', class: 'restarts-pods', message: RESTART },
    { at: '', class: 'no-effect', message: 'It is about the object alone.' },
  ],
};

type Name = 'groupId' | 'configStorageTopic' | 'offsetStorageTopic' | 'statusStorageTopic';

/** What comes of another name of what workers keep to themselves. */
function renamed(field: Name, message: string): FieldChange<ConnectRecord, Name> {
  return always(`spec.${field}`, 'manual-step', message, 'Keep the name.');
}

/** @see ConnectBuildOperator of Strimzi 0.45.0 and 1.2.0: it builds where the Dockerfile, or the name of the image, is another one */
function buildEffect(was: ConnectBuild | undefined, is: ConnectBuild | undefined): ChangeEffect {
  const field = changed('spec.build', was, is);
  const madeOf = ({ output: { type, image }, plugins }: ConnectBuild): unknown => [type, image, plugins];
  if (was && is && equal(madeOf(was), madeOf(is))) return { ...field, ...NEXT_BUILD };
  return { class: 'restarts-pods', ...field, message: 'An image is built; then the workers restart with it.' };
}

function replicasEffect(was: number, is: number): ChangeEffect {
  const message = is === 0 ? 'All connectors stop.' : 'The tasks of connectors are spread over the workers anew.';
  return { class: 'restarts-pods', ...changed('spec.replicas', was, is), message };
}

function resourcesEffect(was: boolean | undefined, is: boolean | undefined): ChangeEffect {
  const field = changed('metadata.annotations["strimzi.io/use-connector-resources"]', was, is);
  if (is) {
    return {
      class: 'manual-step',
      ...field,
      message: 'The operator deletes connectors that are no KafkaConnector: those that were told the REST interface.',
      remedy: 'Describe each of them as a KafkaConnector in the same step.',
    };
  }
  return { class: 'manual-step', ...field, message: 'The operator looks at no KafkaConnector any more: they run on.' };
}
