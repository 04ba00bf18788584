import type { Manifest } from '../../src';
import { isMap } from '../../src/model/guarded';

/**
 * The object where it says nothing twice: what is left then is not what was lost. It is made so, and not looked for: among
 * random objects of large kinds there is hardly one.
 */
export function sound(object: Manifest): Manifest {
  const copy = structuredClone(object);
  const { spec } = copy;
  if (!isMap(spec)) return copy;
  const { entityOperator, target, mirrors } = spec;
  for (const operator of isMap(entityOperator) ? Object.values(entityOperator) : []) {
    if (isMap(operator) && 'reconciliationIntervalSeconds' in operator) delete operator['reconciliationIntervalMs'];
  }
  const listeners = isMap(spec['kafka']) ? spec['kafka']['listeners'] : undefined;
  if (Array.isArray(listeners)) listeners.forEach((each, at) => isMap(each) && (each['name'] = `name${at}`));
  let nth = 0;
  eachMap(spec, (map) => {
    if (typeof map['secretName'] === 'string') map['secretName'] += `-${(nth += 1)}`;
  });
  if (isMap(target) && JSON.stringify(mirrors ?? []).includes(`"alias":${JSON.stringify(target['alias'])}`))
    target['alias'] = `${String(target['alias'])}-target`;
  return copy;
}

function eachMap(value: unknown, see: (map: Record<string, unknown>) => void): void {
  if (isMap(value)) see(value);
  if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) eachMap(each, see);
}
