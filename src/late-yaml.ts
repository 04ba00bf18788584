import { createRequire, Module } from 'node:module';

const load = createRequire(__filename);

/**
 * Loads cdk8s without its package for YAML, which is half of what cdk8s loads and which no run of ours uses: it comes when
 * cdk8s first reads or writes YAML.
 *
 * While cdk8s is loaded, the cache of modules has a stand-in for the file of that package, and it alone is given one. Where
 * cdk8s or the package is loaded already, or is not found as a file, as in a program of one file, nothing is done.
 *
 * @see https://nodejs.org/api/modules.html#requirecache entries may be added and replaced
 */
export function withYamlLate<T>(loadCdk8s: () => T): T {
  const file = yamlOfCdk8s();
  if (file === undefined || load.cache[file]) return loadCdk8s();
  load.cache[file] = standIn(file);
  try {
    return loadCdk8s();
  } finally {
    forgetStandIn(file);
  }
}

function yamlOfCdk8s(): string | undefined {
  try {
    return createRequire(load.resolve('cdk8s')).resolve('yaml');
  } catch {
    return undefined;
  }
}

const STAND_INS = new WeakSet<NodeJS.Module>();

/** The next who asks for the file gets the file. */
function forgetStandIn(file: string): void {
  const module = load.cache[file];
  if (module && STAND_INS.has(module)) Reflect.deleteProperty(load.cache, file);
}

/** A module whose exports are those of the file, which is loaded when somebody asks for one of them. */
function standIn(file: string): Module {
  const module = new Module(file);
  STAND_INS.add(module);
  const get = (_: unknown, name: string): unknown => {
    // What TypeScript compiles asks this first, and would copy all exports of a module that is none.
    if (name === '__esModule') return true;
    forgetStandIn(file);
    const exports = load(file) as Readonly<Record<string, unknown>>;
    return name === 'default' ? exports : exports[name];
  };
  return Object.assign(module, { filename: file, loaded: true, exports: new Proxy({}, { get }) });
}
