import { StrimziRelease } from '../../src/dialects/releases';
import { tellOfYaml } from './harness';

const kafka = (settings: string, release = StrimziRelease.V1_2) =>
  tellOfYaml(
    'authentication-config',
    `{apiVersion: kafka.strimzi.io/${release === StrimziRelease.V1_2 ? 'v1' : 'v1beta2'}, kind: Kafka, metadata: {name: k}, spec: {kafka: {listeners: [{name: out, port: 9094, type: internal, tls: true, authentication: {type: custom, sasl: true, listenerConfig: {${settings}}}}]}}}`,
    { release },
  ).map(({ field }) => field);
const connect = (authentication: string) =>
  tellOfYaml(
    'authentication-config',
    `{apiVersion: kafka.strimzi.io/v1, kind: KafkaConnect, metadata: {name: c}, spec: {authentication: ${authentication}}}`,
  ).map(({ field }) => field);
const AT = 'spec.kafka.listeners[0].authentication.listenerConfig';

describe('authentication-config', () => {
  it('tells of what the operator sets itself at a listener, by release', () => {
    const settings = 'sasl.enabled.mechanisms: PLAIN, ssl.client.auth: required, ssl.keystore.type: PEM';
    expect(kafka(settings)).toEqual([`${AT}["ssl.keystore.type"]`]);
    expect(kafka(settings, StrimziRelease.V0_46)).toEqual([`${AT}["ssl.keystore.type"]`]);
    expect(kafka(settings, StrimziRelease.V0_45)).toEqual([`${AT}["ssl.client.auth"]`, `${AT}["ssl.keystore.type"]`]);
  });

  it('tells of what is none of a login', () => {
    const config = '{sasl.mechanism: OAUTHBEARER, ssl.keystore.type: PEM, request.timeout.ms: 5}';
    expect(connect(`{type: custom, sasl: true, config: ${config}}`)).toEqual([
      'spec.authentication.config["request.timeout.ms"]',
    ]);
    expect(connect('{type: tls}')).toEqual([]);
  });

  it('tells slips in settings of a listener, and one that names the listener itself', () => {
    const handler = 'oauthbearer.sasl.server.callback.handler.class: a.B, oauthbearer.sasl.jaas.config: c';
    expect(
      kafka(`sasl.enabled.mechanisms: OAUTHBEARER, ${handler}, principal.builder.class: d, acme.realm: e`),
    ).toEqual([]);
    expect(kafka('listener.name.out-9094.sasl.enabled.mechanisms: PLAIN')).toHaveLength(1);
    expect(kafka('oauthbearer.sasl.server.callback.handler.clas: a')).toHaveLength(1);
    expect(kafka('sasl.enabled.mechanism: PLAIN')).toEqual([`${AT}["sasl.enabled.mechanism"]`]);
    expect(kafka('sasl.jaas.config: a')).toEqual([`${AT}["sasl.jaas.config"]`]); // Of which mechanism, nobody says.
  });
});
