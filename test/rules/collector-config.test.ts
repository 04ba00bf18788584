import { collectorConfig } from '../../src/rules/collector-config';
import { tellOfManifest } from './harness';

const sound = {
  receivers: { otlp: { protocols: { grpc: {} } } },
  exporters: { debug: {} },
  connectors: { spanmetrics: {} },
  extensions: { health_check: {} },
  service: {
    extensions: ['health_check'],
    pipelines: {
      traces: { receivers: ['otlp'], exporters: ['debug', 'spanmetrics'] },
      metrics: { receivers: ['spanmetrics'], exporters: ['debug'] },
    },
  },
};

describe('collector-config', () => {
  it('takes settings, and components without settings of their own', () => {
    expect(tellOfManifest(collectorConfig, { config: sound })).toEqual([]);
  });

  it('refuses a null, once', () => {
    const config = { ...sound, receivers: { otlp: null } };
    expect(tellOfManifest(collectorConfig, { config })).toMatchObject([
      { severity: 'error', field: 'spec.config.receivers.otlp', given: null, allowed: '{} or settings' },
    ]);
  });

  it('refuses a name of a pipeline or of an extension that is nowhere', () => {
    const service = {
      extensions: ['pprof'],
      pipelines: { 'traces/two': { receivers: ['otlp'], processors: ['batch'] } },
    };
    expect(tellOfManifest(collectorConfig, { config: { ...sound, service } }).map(({ field }) => field)).toEqual([
      'spec.config.service.pipelines["traces/two"].processors[0]',
      'spec.config.service.extensions[0]',
    ]);
  });

  it.each([undefined, 'receivers: {}', { config: 3 }, { config: { service: { pipelines: [null] } } }])(
    'reads %j without fail',
    (spec) => {
      expect(() => tellOfManifest(collectorConfig, spec)).not.toThrow();
    },
  );
});
