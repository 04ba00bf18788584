import type { Rule } from './rule';

const TAKEN_PORTS = new Map([
  [9404, 'metrics'],
  [9999, 'JMX'],
]);

/** Listeners do not get into each other's way. */
export const listenerSound: Rule = {
  id: 'listener-sound',
  summary: 'Listeners have names and ports of their own, and TLS where their kind or authentication needs it.',
  remedy: 'Change the name, the port, or the TLS of the listener.',
  source: 'The operator refuses others with InvalidResource (Strimzi 0.45.2, 1.2.0, ListenersValidator).',
  check: ({ records }, report) => {
    for (const { record, path } of records.kafkaCluster) {
      const names = new Set<string>();
      const ports = new Set<number>();
      record.listeners.forEach(({ name, port, type, tls, authentication }, index) => {
        const field = `spec.kafka.listeners[${index}]`;
        if (names.has(name))
          report({
            path,
            field: `${field}.name`,
            given: name,
            allowed: 'a name of its own',
            message: `Another listener is called "${name}".`,
          });
        if (ports.has(port))
          report({
            path,
            field: `${field}.port`,
            given: port,
            allowed: 'a port of its own',
            message: `Another listener has port ${port}.`,
          });
        const user = TAKEN_PORTS.get(port);
        if (user)
          report({
            path,
            field: `${field}.port`,
            given: port,
            allowed: 'any from 9092 but 9404 and 9999',
            message: `Port ${port} is that of ${user}.`,
          });
        if (!tls && (type === 'route' || type === 'ingress' || authentication?.type === 'tls')) {
          report({
            path,
            field: `${field}.tls`,
            given: false,
            allowed: 'true',
            message: `Listener "${name}" needs TLS.`,
          });
        }
        names.add(name);
        ports.add(port);
      });
    }
  },
};
