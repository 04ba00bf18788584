import { checkManifest } from '../../src/schema';

const user = (authentication: object) => ({
  apiVersion: 'kafka.strimzi.io/v1',
  kind: 'KafkaUser',
  metadata: { name: 'me' },
  spec: { authentication },
});
const told = (object: { apiVersion: string; kind: string }, version?: string) =>
  checkManifest(object, version)?.map(({ path, code, allowed }) => [path.join('.'), code, allowed]);

describe('the rules that a CRD sets on fields together', () => {
  it('are told with what the API server says', () => {
    expect(told(user({ type: 'tls', renewalDays: 30, validityDays: 10 }))).toEqual([
      ['spec.authentication', 'rule', "'renewalDays' must be less than 'validityDays'."],
    ]);
    expect(told(user({ type: 'tls', renewalDays: 10, validityDays: 30 }))).toEqual([]);
  });

  it('hold from the release on whose CRD has them', () => {
    const codes = told(user({ type: 'tls', renewalDays: 30, validityDays: 10 }), '1.0.1')?.map(([, code]) => code);
    expect(codes).toEqual(['unknown-field', 'unknown-field']);
  });

  it('are not asked for where the value has another fault', () => {
    expect(told(user({ type: 'tls', renewalDays: 'x', validityDays: 10 }))).toEqual([
      ['spec.authentication.renewalDays', 'type', expect.any(String)],
    ]);
    expect(told(user({ renewalDays: 30, validityDays: 10 }))?.map(([, code]) => code)).toEqual(['required']);
  });

  it('are asked with the defaults of the CRD, and of Routes and collectors too', () => {
    const spec = { config: { receivers: {}, exporters: {}, service: { pipelines: {} } } };
    const collector = (more: object) => ({
      apiVersion: 'opentelemetry.io/v1beta1',
      kind: 'OpenTelemetryCollector',
      metadata: { name: 'c' },
      spec: { ...spec, ...more },
    });
    expect(told(collector({ tolerations: [{ key: 'a' }] }))).toEqual([]);
    expect(told(collector({ mode: 'sidecar' }))).toEqual([]);
    expect(told(collector({ mode: 'sidecar', tolerations: [{ key: 'a' }] }))).toEqual([
      ['spec', 'rule', expect.stringContaining("does not support the attribute 'tolerations'")],
    ]);
    const route = {
      apiVersion: 'route.openshift.io/v1',
      kind: 'Route',
      metadata: { name: 'r' },
      spec: {
        to: { kind: 'Service', name: 's', weight: 100 },
        tls: { termination: 'passthrough', insecureEdgeTerminationPolicy: 'Allow' },
      },
    };
    expect(told(route)).toEqual([['spec.tls', 'rule', expect.stringContaining('passthrough')]]);
  });
});
