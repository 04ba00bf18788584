import { KEYCLOAK_AUTHORIZER } from '../model/authorization';
import { map } from '../model/guarded';
import type { KafkaClusterRecord } from '../model/kafka-cluster';
import { valueAtPath } from './places';
import { objectRule } from './rule';

/** Whoever comes to a Keycloak that is named by its class has a token, too. */
export const keycloakTokens = objectRule({
  id: 'keycloak-tokens',
  summary: 'A cluster with the authorizer class that asks Keycloak has a listener that asks for tokens.',
  remedy:
    'Give a listener OAuth, have Kafka asked too (strimzi.authorization.delegate.to.kafka.acl), or take another class.',
  effect: 'fails',
  source: 'The authorizer denies whoever comes without a token (strimzi-kafka-oauth 0.17, KeycloakRBACAuthorizer).',
  nouns: ['kafkaCluster'],
  check({ record: { authorization, listeners }, manifest }, report) {
    if (authorization?.type !== 'custom' || authorization.authorizerClass !== KEYCLOAK_AUTHORIZER) return;
    if (listeners.some(mayAskForTokens) || asksKafkaToo(valueAtPath(manifest, 'spec.kafka.config'))) return;
    report({
      field: ['spec', 'kafka', 'authorization', 'authorizerClass'],
      given: KEYCLOAK_AUTHORIZER,
      allowed: 'this class with a listener for OAuth, or another',
      message: 'No listener asks for tokens, by which Keycloak knows a user: it denies whoever is no super user.',
    });
  },
});

function mayAskForTokens({ authentication }: KafkaClusterRecord['listeners'][number]): boolean {
  return authentication?.type === 'oauth' || (authentication?.type === 'custom' && authentication['sasl'] === true);
}

/** Whether Kafka's own ACLs are asked where Keycloak does not know somebody. */
function asksKafkaToo(config: unknown): boolean {
  return String(map(config)['strimzi.authorization.delegate.to.kafka.acl']) === 'true';
}
