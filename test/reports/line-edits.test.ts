import type { ChangeClass } from '../../src/reports/change-class';
import { diff } from '../../src/reports/diff';
import { EDITS_BESIDE } from './edits-beside';
import { EDITS_OF_KAFKA } from './edits-of-kafka';
import { EDITS_OF_PROGRAMS } from './edits-of-programs';
import { MORE } from './more-topology';
import { edited, objectsIn, TOPOLOGY, without } from './topology';

const ALL = `${TOPOLOGY}---\n${MORE}`;
const BEFORE = objectsIn(ALL);

/** The class of what weighs most; everything is of a kind that is known. */
function classOf(after: string, before = BEFORE): ChangeClass | undefined {
  const { changes, unjudged, unread } = diff(before, objectsIn(after));
  expect([unjudged, unread]).toEqual([[], []]);
  return changes[0]?.class;
}

describe('a line that is changed, of', () => {
  test.each([...EDITS_OF_KAFKA, ...EDITS_OF_PROGRAMS, ...EDITS_BESIDE])('%s', (_, from, to, changeClass) => {
    expect(classOf(edited(ALL, from, to))).toBe(changeClass);
  });
});

test.each([
  ['KafkaTopic', 'payments', 'destroys-data'],
  ['Kafka', 'old', 'may-lose-data'],
  ['Jaeger', 'j', 'restarts-pods'],
  ['OpenTelemetryCollector', 'col', 'restarts-pods'],
  ['StatefulSet', 'stream', 'restarts-pods'],
  ['Secret', 'app-secret', 'manual-step'],
  ['ConfigMap', 'metrics', 'manual-step'],
  ['Secret', 'europe-clients-ca', 'manual-step'],
  ['Route', 'jaeger', 'narrows-access'],
  ['Application', 'kafka', 'destroys-data'],
  ['Kustomization', 'shop', 'manual-step'],
  ['CustomResourceDefinition', 'kafkatopics.kafka.strimzi.io', 'destroys-data'],
  ['PersistentVolumeClaim', 'traces', 'destroys-data'],
  ['Subscription', 'strimzi', 'manual-step'],
  ['Deployment', 'strimzi-cluster-operator', 'manual-step'],
] as const)('%s %s that is removed is of the class %s', (kind, name, changeClass) => {
  expect(classOf(without(ALL, kind, name))).toBe(changeClass);
});
