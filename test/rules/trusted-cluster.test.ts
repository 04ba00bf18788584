import { trustedCluster } from '../../src/rules/trusted-cluster';
import { apart, OUTSIDE } from './apart';
import { tellOfPlaces } from './harness';
import { endpoint } from './mirrors';

describe('trusted-cluster', () => {
  const one = { own: 'kafka', trust: 'kafka-cluster-ca-cert' };

  it('refuses the CA Secret of the cluster beside for one of its name elsewhere', () => {
    expect(tellOfPlaces(trustedCluster, apart(OUTSIDE, one))).toMatchObject([
      {
        severity: 'error',
        field: 'spec.mirrors[0].trustedCertificates',
        given: 'kafka-cluster-ca-cert',
        allowed: 'a Secret with the CA of kafka in namespace site-1 of blue',
      },
    ]);
  });

  it('refuses it where the operator makes the CA, whatever else is said of that', () => {
    const places = apart(OUTSIDE, { ...one, other: { clusterCa: { renewalDays: 60 } } });
    expect(tellOfPlaces(trustedCluster, places)).toHaveLength(1);
  });

  it.each([
    ['a Secret of its own', apart(OUTSIDE, { ...one, trust: 'blue-kafka-cluster-ca-cert' })],
    ['a copy under the same name where no cluster beside has it', apart(OUTSIDE, { ...one, own: 'other' })],
    ['a cluster that nobody describes', apart('foreign.example.com:443', one)],
    ['a CA that a team may have for both', apart(OUTSIDE, { ...one, other: { clusterCa: { generated: false } } })],
  ])('takes %s', (_, places) => {
    expect(tellOfPlaces(trustedCluster, places)).toEqual([]);
  });

  it('leaves a Secret for both ends to mirror-ends-apart', () => {
    const [there, here] = apart(OUTSIDE, one);
    const mirrorMaker2 = here?.mirrorMaker2?.map((mirror) => ({
      ...mirror,
      target: { ...mirror.target, trust: endpoint('kafka').trust ?? [] },
    }));
    expect(tellOfPlaces(trustedCluster, [there ?? {}, { ...here, ...(mirrorMaker2 && { mirrorMaker2 }) }])).toEqual([]);
  });
});
