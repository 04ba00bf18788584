import type { Rule } from './rule';

/** OpenShift lets agents have ports of the nodes. */
export const jaegerAgentPorts: Rule = {
  id: 'jaeger-agent-ports',
  summary: 'Jaeger agents on every node of OpenShift may take ports of the nodes.',
  remedy:
    'Bind a SecurityContextConstraints with allowHostPorts to their ServiceAccount, or run no agents on the nodes.',
  source:
    'The restricted SecurityContextConstraints refuses host ports (Jaeger operator 1.17.1, 1.65.0, examples/openshift).',
  check: ({ records, platform }, report) => {
    if (platform !== 'openshift') return;
    for (const { record, path } of records.tracingBackend) {
      if (record.agent !== 'daemonSet') continue;
      report({
        path,
        severity: 'warning',
        field: 'spec.agent.strategy',
        given: 'DaemonSet',
        message: `OpenShift starts no agent of "${record.name}" unless somebody lets it have ports of the nodes.`,
      });
    }
  },
};
