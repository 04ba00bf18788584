import { jaegerAgentPorts } from '../../src/rules/jaeger-agent-ports';
import { tell } from './harness';

const jaeger = { name: 'jaeger', strategy: 'allInOne', storage: { type: 'memory' } } as const;

describe('jaeger-agent-ports', () => {
  it('takes agents beside programs, and agents on the nodes of any other Kubernetes', () => {
    expect(tell(jaegerAgentPorts, { tracingBackend: [jaeger], platform: 'openshift' })).toEqual([]);
    expect(tell(jaegerAgentPorts, { tracingBackend: [{ ...jaeger, agent: 'daemonSet' }] })).toEqual([]);
  });

  it('warns of agents on the nodes of OpenShift', () => {
    const tracingBackend = [{ ...jaeger, agent: 'daemonSet' } as const];
    expect(tell(jaegerAgentPorts, { tracingBackend, platform: 'openshift' })).toMatchObject([
      { path: 'jaeger', severity: 'warning', field: 'spec.agent.strategy', allowed: expect.stringMatching(/^Sidecar/) },
    ]);
  });
});
