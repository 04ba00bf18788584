import { OPA_AUTHORIZER } from '../model/authorization';
import { valueAtPath } from './places';
import { objectRule } from './rule';

/** Brokers that ask an Open Policy Agent have the plugin for it. */
export const opaPlugin = objectRule({
  id: 'opa-plugin',
  summary: 'The image of brokers that ask an Open Policy Agent has the plugin for it.',
  remedy:
    'Have an image built with the plugin and name it in spec.kafka.image, or mount the plugin and waive this; or take another authorization.',
  effect: 'unlooked',
  source: 'The images of the operator have the plugin no more, and brokers without it do not start (Strimzi 1.0.0).',
  releases: { since: '1.0' },
  nouns: ['kafkaCluster'],
  check({ record: { authorization }, manifest }, report) {
    if (authorization?.type !== 'custom' || authorization.authorizerClass !== OPA_AUTHORIZER) return;
    if (valueAtPath(manifest, 'spec.kafka.image') !== undefined) return;
    report({
      field: ['spec', 'kafka', 'authorization', 'authorizerClass'],
      given: OPA_AUTHORIZER,
      allowed: 'a class that the image has',
      message: 'The usual images do not have this class: whether brokers find it is for you to see.',
    });
  },
});
