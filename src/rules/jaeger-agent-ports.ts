import { objectRule } from './rule';

/** OpenShift lets agents have ports of the nodes. */
export const jaegerAgentPorts = objectRule({
  id: 'jaeger-agent-ports',
  summary: 'Jaeger agents on every node of OpenShift may take ports of the nodes.',
  remedy:
    'Bind a SecurityContextConstraints with allowHostPorts to their ServiceAccount, or run no agents on the nodes.',
  effect: 'unlooked',
  source:
    'The restricted SecurityContextConstraints refuses host ports (Jaeger operator 1.17.1, 1.65.0, examples/openshift).',
  nouns: ['tracingBackend'],
  check({ record: { agent, name }, site: { platform } }, report) {
    if (platform !== 'openshift' || agent !== 'daemonSet') return;
    report({
      field: ['spec', 'agent', 'strategy'],
      given: 'DaemonSet',
      allowed: 'Sidecar; DaemonSet with the right to ports of the nodes',
      message: `OpenShift starts no agent of "${name}" unless somebody lets it have ports of the nodes.`,
    });
  },
});
