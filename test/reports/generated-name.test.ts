import { isGeneratedOf } from '../../src/reports/generated-name';
import type { InventoryItem } from '../../src/reports/inventory-types';

function item(kind: InventoryItem['kind'], name: string, of = 'Deployment', perNode?: true): InventoryItem {
  return { site: '', kind, name, of: { kind: of, name: 'any' }, ...(perNode && { perNode }) };
}

test('pods of a Deployment end with a hash and a word', () => {
  const pods = item('Pod', 'checkout-*');
  expect(isGeneratedOf(pods, 'checkout-6d4cf56db6-xk2lp')).toBe(true);
  for (const other of [
    'checkout-xk2lp',
    'checkout-0',
    'checkout-6d4cf56db6-xk2l',
    'checkout-6d4cf56db6-xk2la',
    'checkout-db-6d4cf56db6-xk2lp',
    'checkout',
    'my-checkout-6d4cf56db6-xk2lp',
  ])
    expect([other, isGeneratedOf(pods, other)]).toEqual([other, false]);
});

test('a long name is cut for the word behind it', () => {
  const name = 'a'.repeat(60);
  const pods = item('Pod', `${name}-*`);
  expect(isGeneratedOf(pods, `${name.slice(0, 58)}xk2lp`)).toBe(true);
  expect(isGeneratedOf(pods, `${name.slice(0, 57)}xk2lp`)).toBe(false);
  const between = 'b'.repeat(50);
  const cut = `${between}-6d4cf56db6-`.slice(0, 58);
  expect(isGeneratedOf(item('Pod', `${between}-*`), `${cut}xk2lp`)).toBe(true);
});

test('pods of a DaemonSet end with a word', () => {
  const pods = item('Pod', 'jaeger-agent-daemonset-*', 'Jaeger', true);
  expect(isGeneratedOf(pods, 'jaeger-agent-daemonset-xk2lp')).toBe(true);
  expect(isGeneratedOf(pods, 'jaeger-agent-daemonset-6d4cf56db6-xk2lp')).toBe(false);
});

test('nodes of a pool whose cluster is not seen have numbers', () => {
  const pods = item('Pod', 'europe-nodes-*', 'KafkaNodePool');
  expect(isGeneratedOf(pods, 'europe-nodes-12')).toBe(true);
  expect(isGeneratedOf(pods, 'europe-nodes-zone-12')).toBe(false);
  expect(isGeneratedOf(pods, 'europe-nodes-6d4cf56db6-xk2lp')).toBe(false);
});

test('the hash of a configuration is a number of base 16', () => {
  const config = item('ConfigMap', 'jaeger-collector-*', 'OpenTelemetryCollector');
  expect(isGeneratedOf(config, 'jaeger-collector-0a1b2c3d')).toBe(true);
  expect(isGeneratedOf(config, 'jaeger-collector-settings')).toBe(false);
});
