import fc from 'fast-check';
import { dialect } from '../../../src/dialects/strimzi-v1';
import { celFaults } from './cel';
import { SPOKEN } from './generations';

jest.setTimeout(60_000);

it('objects of the newest generation keep the CEL rules of their kinds', () => {
  const manifests = SPOKEN.filter(({ generation }) => generation === 'v1').flatMap(({ codec, records }) =>
    fc.sample(records, 50).map((record) => codec.write(record)),
  );
  const { judged, faults } = celFaults(manifests);
  expect(faults).toEqual([]);
  expect(judged).toBeGreaterThan(50);
});

it('an object that breaks a CEL rule is found out', () => {
  const user = dialect.user.write({ name: 'me', cluster: 'europe', authentication: { type: 'tls' } });
  const broken = { ...user, spec: { authentication: { type: 'tls', renewalDays: 30, validityDays: 10 } } };
  expect(celFaults([broken]).faults).toEqual([
    "KafkaUser.spec.authentication: 'renewalDays' must be less than 'validityDays'.",
  ]);
});

it('a rack without a topology key is found out', () => {
  const kafka = dialect.kafkaCluster.write({ name: 'europe', mode: 'kraft', nodePools: true, listeners: [] });
  const broken = { ...kafka, spec: { kafka: { rack: {} } } };
  expect(celFaults([broken]).faults[0]).toContain('topologyKey property is required');
});
