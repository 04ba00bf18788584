import { check } from '../../src/check/check';
import { StrimziRelease } from '../../src/dialects/releases';

type Fields = Readonly<Record<string, unknown>>;

const listeners = [{ name: 'tls', port: 9093, type: 'internal', tls: true, authentication: { type: 'tls' } }];
const labels = { 'strimzi.io/cluster': 'europe' };
const api = { apiVersion: 'kafka.strimzi.io/v1' };
const kafka = (fields: Fields) => ({
  ...api,
  kind: 'Kafka',
  metadata: { name: 'europe' },
  spec: { kafka: { listeners, ...fields } },
});
const user = (fields: Fields) => ({ ...api, kind: 'KafkaUser', metadata: { name: 'shop', labels }, spec: fields });
const told = (...manifests: readonly object[]) =>
  check({ release: StrimziRelease.V1_2, manifests }).map(({ rule, field, remedy }) => [rule, field, remedy]);
const ACLS = { type: 'simple', acls: [{ resource: { type: 'topic', name: 'orders' }, operations: ['Read'] }] };

describe('a slip in the name of a field', () => {
  it('is told once, and not that the field is missing', () => {
    const fields = { authentication: { type: 'tls' }, authorization: { ...ACLS, type: undefined, tpye: 'simple' } };
    expect(told(kafka({ authorization: { type: 'simple' } }), user(fields))).toEqual([
      ['schema-accepts', 'spec.authorization.tpye', 'Write type, or leave it out.'],
    ]);
  });

  it('hides nothing from the rules of objects together', () => {
    const users = [user({ authentication: { type: 'tls' }, authorization: ACLS })];
    expect(told(kafka({ authorisation: { type: 'simple' } }), ...users)).toEqual([
      ['schema-accepts', 'spec.kafka.authorisation', 'Write authorization, or leave it out.'],
    ]);
    expect(told(kafka({}), ...users).map(([rule]) => rule)).toEqual(['acl-needs-authorization']);
  });

  it('does not hide what is wrong with what it holds, slips among it', () => {
    expect(told(kafka({ authorizaton: { tipe: 'simpel' } }))).toEqual([
      ['schema-accepts', 'spec.kafka.authorizaton', 'Write authorization, or leave it out.'],
      ['schema-accepts', 'spec.kafka.authorization.tipe', 'Write type, or leave it out.'],
      ['schema-accepts', 'spec.kafka.authorization.type', 'Take one of these values.'],
    ]);
  });

  it('is none where the value is of another type, or the field is there already', () => {
    const at = 'spec.kafka';
    expect(told(kafka({ authorisation: 'simple' }))).toEqual([
      ['schema-accepts', `${at}.authorisation`, 'Write authorization, or leave it out.'],
    ]);
    const both = { authorization: { type: 'simple' }, authorisation: { type: 'none' } };
    expect(told(kafka(both)).map(([, field]) => field)).toEqual([`${at}.authorisation`]);
  });

  it('is none where the name is far from all others: what is required is missing besides', () => {
    const listener = { name: 'tls', port: 9093, tls: true, flavour: 'internal' };
    expect(told(kafka({ listeners: [listener] })).map(([, field]) => field)).toEqual([
      'spec.kafka.listeners[0].type',
      'spec.kafka.listeners[0].flavour',
    ]);
  });
});

describe('what is told of a field', () => {
  it('has no parts that are missing where the field is null, missing itself, or no map', () => {
    const password = (value: unknown) => user({ authentication: { type: 'scram-sha-512', password: value } });
    for (const value of [{}, { valueFrom: null }, { valueFrom: 'text' }]) {
      expect(told(password(value)).map(([rule, field]) => [rule, field])).toEqual([
        ['schema-accepts', 'spec.authentication.password.valueFrom'],
      ]);
    }
  });

  it('is said by the rule that names it rather than by the rule of the API', () => {
    expect(told(kafka({ metricsConfig: { type: 'jmxPrometheusExporter' } }))).toEqual([
      ['needed-fields', 'spec.kafka.metricsConfig.valueFrom.configMapKeyRef.name', 'Give the field that is missing.'],
    ]);
  });

  it('is said by the API alone where the operator would pass over it', () => {
    const authentication = { type: 'scram-sha-512', validityDays: 10, renewalDays: 2 };
    expect(told(user({ authentication })).map(([rule, field]) => [rule, field])).toEqual([
      ['schema-accepts', 'spec.authentication'],
    ]);
  });

  it('is that Kafka does not take it, and not what would come of it', () => {
    const config = { 'default.replication.factor': 3, 'min.insync.replicas': 'two' };
    const pool = {
      ...api,
      kind: 'KafkaNodePool',
      metadata: { name: 'nodes', labels },
      spec: { replicas: 3, roles: ['broker', 'controller'], storage: { type: 'ephemeral' } },
    };
    expect(told(kafka({ config }), pool).map(([rule]) => rule)).toEqual(['broker-settings']);
  });

  it('is that it is null, and not that one of several fields is missing', () => {
    const env = [{ name: 'A', value: null }];
    const template = { kafkaContainer: { env } };
    expect(told(kafka({ template }))).toEqual([
      ['schema-accepts', 'spec.kafka.template.kafkaContainer.env[0].value', 'Give a value, or leave the field out.'],
    ]);
  });
});
