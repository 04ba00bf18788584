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

  it.each([
    ['a Secret of its own', apart(OUTSIDE, { ...one, trust: 'blue-kafka-cluster-ca-cert' })],
    ['a copy under the same name where no cluster beside has it', apart(OUTSIDE, { ...one, own: 'other' })],
    ['a cluster that nobody describes', apart('foreign.example.com:443', one)],
    ['a CA that a team may have for both', apart(OUTSIDE, { ...one, other: { rest: restOfOwnCa() } })],
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

function restOfOwnCa() {
  const is = { clusterCa: { generateCertificateAuthority: false } };
  return { apiVersion: 'kafka.strimzi.io/v1', parts: [{ at: ['spec'], was: {}, is }] };
}
