import { check, readManifest, StrimziRelease, translate } from '../../src';
import { LARGE } from '../shapes';

const [, , shape = '', size] = process.argv;
const manifest = LARGE[shape]?.(Number(size));
if (manifest) {
  const faults = check({ release: StrimziRelease.V0_45, manifests: [manifest] });
  const described = readManifest(manifest);
  const told = described && translate(described, { release: StrimziRelease.V1_2 });
  if (faults.length > 0 || !told) throw new Error(`${shape} is not sound, or not read`);
}
