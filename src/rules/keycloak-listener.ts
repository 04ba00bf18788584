import { objectRule } from './rule';

/** Keycloak knows users by their tokens. */
export const keycloakListener = objectRule({
  id: 'keycloak-listener',
  summary: 'A cluster whose rights Keycloak knows has a listener with OAuth.',
  remedy: 'Give a listener the authentication oauth, or the cluster another authorization.',
  effect: 'refused',
  source: 'The operator refuses others with InvalidResource (Strimzi 0.18.0 to 0.51.0, KafkaCluster).',
  releases: { until: '0.51' },
  catalog: ['K-064'],
  nouns: ['kafkaCluster'],
  check({ record: { authorization, listeners } }, report) {
    if (authorization?.type !== 'keycloak') return;
    if (listeners.some(({ authentication }) => authentication?.type === 'oauth')) return;
    report({
      field: ['spec', 'kafka', 'authorization', 'type'],
      given: 'keycloak',
      allowed: 'keycloak with a listener that has the authentication oauth, or another type',
      message: 'No listener asks for tokens, by which Keycloak knows a user.',
    });
  },
});
