import { StrimziRelease } from '../../src/dialects/releases';
import { tellOfYaml } from './harness';

const told = (spec: string, release = '0.45') =>
  tellOfYaml(
    'alias-letters',
    `{apiVersion: kafka.strimzi.io/v1beta2, kind: KafkaMirrorMaker2, metadata: {name: a}, spec: ${spec}}`,
    { release: StrimziRelease.of(release) },
  );
const TRUST = 'tls: {trustedCertificates: [{secretName: ca, certificate: ca.crt}]}';

describe('alias-letters', () => {
  it.each([
    ['{clusters: [{alias: Source}]}', '0.45'],
    ['{clusters: [{alias: Source, tls: {trustedCertificates: []}}]}', '0.45'],
    [`{clusters: [{alias: source.dc_1, ${TRUST}}]}`, '0.45'],
    [`{clusters: [{alias: Source, ${TRUST}}]}`, '1.1'],
  ])('takes %s at %s', (spec, release) => {
    expect(told(spec, release)).toEqual([]);
  });

  it.each([
    [`{clusters: [{alias: b}, {alias: Source, ${TRUST}}]}`, 'spec.clusters[1].alias'],
    ['{target: {alias: Source, authentication: {type: tls, certificateAndKey: {}}}}', 'spec.target.alias'],
    ['{mirrors: [{source: {alias: Source, authentication: {passwordSecret: {}}}}]}', 'spec.mirrors[0].source.alias'],
  ])('tells of %s', (spec, field) => {
    expect(told(spec)).toMatchObject([
      { severity: 'error', effect: 'fails', field, given: 'Source', allowed: 'source' },
    ]);
  });
});
