import fc from 'fast-check';
import { checkManifest } from '../../../src/schema';
import { SPOKEN } from './generations';

it('objects of the newest generation keep the CEL rules of their kinds', () => {
  const manifests = SPOKEN.filter(({ generation }) => generation === 'v1').flatMap(({ codec, records }) =>
    fc.sample(records, 50).map((record) => codec.write(record)),
  );
  const broken = manifests.flatMap((manifest) => checkManifest(manifest)?.filter(({ code }) => code === 'rule') ?? []);
  expect(broken).toEqual([]);
  expect(manifests.length).toBeGreaterThan(50);
});
