import { addressInReach } from '../../src/rules/address-in-reach';
import { apart, INSIDE, OUTSIDE } from './apart';
import { tellOfPlaces } from './harness';
import { kraft, mirror1 } from './mirrors';

describe('address-in-reach', () => {
  it('warns of a Service of another Kubernetes cluster, and names the listener to take', () => {
    expect(tellOfPlaces(addressInReach, apart(INSIDE))).toMatchObject([
      {
        severity: 'warning',
        field: 'spec.mirrors[0]',
        given: INSIDE,
        allowed: 'the address of listener outside of kafka',
        message: 'This is a Service of blue, and the program is in green.',
      },
    ]);
  });

  it('says so where there is no listener to take', () => {
    const [finding] = tellOfPlaces(addressInReach, apart(INSIDE, { other: { listeners: kraft('kafka').listeners } }));
    expect(finding?.allowed).toBe('an address outside, for which kafka has no listener');
  });

  it.each([
    ['an address outside', apart(OUTSIDE)],
    ['a Service of the same Kubernetes cluster', apart(INSIDE, { kubernetes: ['blue', 'blue'] })],
    ['a short name, which may be of a cluster that is not seen', apart('kafka-kafka-bootstrap:9093')],
    ['a cluster that nobody describes', apart('foreign-kafka-bootstrap.site-1.svc:9093')],
    ['names that several Kubernetes clusters share', apart('kafka-kafka-bootstrap.site-1.svc.clusterset.local:9093')],
  ])('takes %s', (_, places) => {
    expect(tellOfPlaces(addressInReach, places)).toEqual([]);
  });

  it('looks at MirrorMaker 1 too', () => {
    const mirror = mirror1('kafka', 'own', '.*');
    const [there] = apart(INSIDE);
    const mirrorMaker = [{ ...mirror, source: { ...mirror.source, bootstrapServers: INSIDE } }];
    const here = { kubernetesCluster: 'green', kafkaCluster: [kraft('own')], mirrorMaker };
    expect(tellOfPlaces(addressInReach, [there ?? {}, here])).toMatchObject([{ field: 'spec.consumer' }]);
  });
});
