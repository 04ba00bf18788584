import { hopsSvg } from '../../src/reports/hops-svg';
import { hopsOf, tracedServices, type Trace } from '../../src/reports/traces';

function trace(traceID: string, durations: readonly number[], service = 'producer', operation = 'send'): Trace {
  return {
    traceID,
    processes: { p1: { serviceName: service } },
    spans: durations.map((duration) => ({ processID: 'p1', operationName: operation, duration })),
  };
}

test('a hop has the median and the 99th percentile of its spans, in milliseconds', () => {
  const durations = Array.from({ length: 200 }, (_, index) => (index + 1) * 1000);
  expect(hopsOf([trace('1', durations.toReversed())])).toEqual([
    { service: 'producer', operation: 'send', count: 200, p50: 100, p99: 198 },
  ]);
  expect(hopsOf([trace('1', [1500])])).toEqual([
    { service: 'producer', operation: 'send', count: 1, p50: 1.5, p99: 1.5 },
  ]);
});

test('a trace that several services are in counts once, and hops are in one order', () => {
  const sent = trace('1', [1000]);
  const received = trace('2', [2000], 'consumer', 'receive');
  expect(hopsOf([sent, received, sent]).map(({ service, count }) => [service, count])).toEqual([
    ['consumer', 1],
    ['producer', 1],
  ]);
});

test('programs name their services in variables, wherever these stand', () => {
  const manifests = [
    { spec: { template: { spec: { containers: [{ env: [{ name: 'OTEL_SERVICE_NAME', value: 'consumer' }] }] } } } },
    { spec: { template: { connectContainer: { env: [{ name: 'JAEGER_SERVICE_NAME', value: 'mirror' }] } } } },
    { spec: { env: [{ name: 'OTEL_SERVICE_NAME', valueFrom: {} }, { name: 'OTHER', value: 'x' }, null] } },
  ];
  expect(tracedServices(manifests)).toEqual(['consumer', 'mirror']);
});

test('the picture has a bar for each hop, the longest as wide as there is room, and no markup of others', () => {
  const svg = hopsSvg(hopsOf([trace('1', [1000], '<b>'), trace('2', [4000], 'slow')]));
  expect(svg).toContain('&lt;b&gt;: send');
  const widths = [...svg.matchAll(/<rect x="420" y="\d+" width="([\d.]+)"/g)].map(([, width]) => Number(width));
  expect(widths).toEqual([85, 85, 340, 340]);
  expect(hopsSvg([])).toContain('</svg>');
});
