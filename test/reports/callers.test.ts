import type { ChangeClass } from '../../src/reports/change-class';
import { diff } from '../../src/reports/diff';
import { edited, objectsIn } from './topology';

const text = (peer: string): string => `apiVersion: kafka.strimzi.io/v1
kind: Kafka
metadata: {name: k, namespace: a}
spec: {kafka: {listeners: [{name: tls, port: 9093, type: internal, tls: true, networkPolicyPeers: [${peer}]}]}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: shop, namespace: a}
spec:
  selector: {matchLabels: {app: shop}}
  template:
    metadata: {labels: {app: shop, may: kafka}}
    spec: {containers: [{name: shop, image: e/shop, env: [{name: KAFKA_BOOTSTRAP_SERVERS, value: "k-kafka-bootstrap:9093"}]}]}
---
apiVersion: v1
kind: Namespace
metadata: {name: a, labels: {team: shop}}
`;

function worst(peer: string, from: string, to: string): ChangeClass | undefined {
  const before = text(peer);
  return diff(objectsIn(before), objectsIn(edited(before, from, to))).changes[0]?.class;
}

const PODS = '{podSelector: {matchLabels: {may: kafka}}}';
const NAMESPACES = '{namespaceSelector: {matchLabels: {team: shop}}}';
const BY_NAME = '{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: a}}}';
const GONE = ['labels: {app: shop, may: kafka}', 'labels: {app: shop}'] as const;
const LEFT = ['labels: {team: shop}', 'labels: {team: stock}'] as const;
const EXPRESSED = (operator: string, values = '[]'): string =>
  `{podSelector: {matchExpressions: [{key: may, operator: ${operator}, values: ${values}}]}}`;

describe('labels by which listeners let in', () => {
  test.each<readonly [peer: string, edit: readonly [string, string], ChangeClass]>([
    [PODS, GONE, 'narrows-access'],
    [EXPRESSED('Exists'), GONE, 'narrows-access'],
    [EXPRESSED('In', '[kafka]'), GONE, 'narrows-access'],
    [EXPRESSED('DoesNotExist'), GONE, 'widens-access'],
    [EXPRESSED('NotIn', '[kafka]'), GONE, 'widens-access'],
    [PODS, ['labels: {app: shop, may: kafka}', 'labels: {app: shop, may: kafka, x: y}'], 'restarts-pods'],
    [`${PODS}, ${NAMESPACES}`, GONE, 'restarts-pods'],
    [`${PODS}, ${BY_NAME}`, GONE, 'restarts-pods'],
    ['{ipBlock: {cidr: 10.0.0.0/8}}', GONE, 'restarts-pods'],
    [NAMESPACES, LEFT, 'narrows-access'],
    [NAMESPACES.replace('shop', 'stock'), LEFT, 'widens-access'],
    [PODS, LEFT, 'no-effect'],
    [BY_NAME, LEFT, 'no-effect'],
  ])('%s: %j is a change of the class %s', (peer, [from, to], changeClass) => {
    expect(worst(peer, from, to)).toBe(changeClass);
  });
});

test('a namespace that takes fewer pods is a step for people', () => {
  const enforce = (standard: string): string => `labels: {pod-security.kubernetes.io/enforce: ${standard}, team: shop}`;
  expect(worst(PODS, 'labels: {team: shop}', enforce('restricted'))).toBe('manual-step');
  expect(worst(PODS, 'labels: {team: shop}', enforce('privileged'))).toBe('no-effect');
});
