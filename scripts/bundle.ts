import { readFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';
import { ROOT } from './project';

/** The commands that rest on most of the library. */
const COMMANDS: readonly string[] = ['check', 'convert', 'diff', 'migrate', 'reports', 'synth', 'teardown', 'verify'];

/** A part that is loaded late: the file that it stands in, and its source. */
interface LatePart {
  readonly file: string;
  readonly source: string;
}

/** Parts of the library that a program asks for by name. */
const ON_REQUEST: Readonly<Record<string, LatePart>> = {
  compare: { file: 'compare', source: 'src/reports/compare.ts' },
  stock: { file: 'stock', source: 'src/reports/stock.ts' },
  'access-of-sites': { file: 'access', source: 'src/reports/access-of-sites.ts' },
  migration: { file: 'migration', source: 'src/migration/migration.ts' },
  'team-files': { file: 'team-files', source: 'src/constructs/team-files.ts' },
  gitops: { file: 'gitops', source: 'src/delivery/gitops/index.ts' },
};

/**
 * What shares nothing, at the price of having some modules twice: `explain` starts at once and needs little; policies in the
 * configuration of the command line, which few have, are held to shapes that only programs need otherwise.
 */
const ALONE: readonly string[] = ['explain', 'policy-file'];

/** Parts that a `load.ts` loads late, by the name that it calls them. */
const LATE: Readonly<Record<string, LatePart>> = {
  ...dialects('strimzi', [
    'strimzi-v1beta1',
    'strimzi-v1beta1-late',
    'strimzi-v1beta2-early',
    'strimzi-v1beta2-middle',
    'strimzi-v1beta2-late',
    'strimzi-v1beta2',
    'strimzi-v1',
  ]),
  ...dialects('workloads', ['kubernetes', 'openshift', 'clients']),
  ...dialects('jaeger-v1', ['jaeger-v1']),
  ...dialects('opentelemetry-v1beta1', ['opentelemetry-v1beta1']),
  ...dialects('olm', ['olm']),
  ...ON_REQUEST,
  'yaml-fault': { file: 'team-files', source: 'src/constructs/yaml-fault.ts' },
  'policy-file': { file: 'policy-file', source: 'src/check/policy-file.ts' },
  'known-settings': { file: 'known-settings', source: 'src/rules/known-settings.ts' },
  'judged-settings': { file: 'known-settings', source: 'src/rules/judged-settings.ts' },
  'client-tables': { file: 'client-settings', source: 'src/rules/client-settings/client-tables.ts' },
  ...Object.fromEntries([...COMMANDS, 'explain'].map((name) => [name, { file: name, source: `src/cli/${name}.ts` }])),
};

function dialects(file: string, names: readonly string[]): typeof LATE {
  return Object.fromEntries(names.map((name) => [name, { file, source: `src/dialects/${name}/index.ts` }]));
}

const FORM = {
  absWorkingDir: ROOT,
  outdir: join(ROOT, 'lib', 'bundle'),
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20.12',
  packages: 'external',
  logLevel: 'warning',
} as const;

/** A module that several files rest on. */
interface Shared {
  /** The file that it stands in: what every program rests on is apart from what commands, and what is asked for by name, rest on. */
  readonly home: 'core' | 'commands';
  /** What it exports at run time. */
  readonly names: readonly string[];
}

type SharedModules = ReadonlyMap<string, Shared>;

/**
 * Writes lib/bundle/: the library and the command line as a file each, what is loaded late as files beside them, and what
 * several of them rest on as `core` and `commands`. But for what is `ALONE`, a module stands in one file.
 */
export async function bundle(): Promise<void> {
  const files = [...new Set(Object.values(LATE).map(({ file }) => file))];
  const others = { index: 'src/index.ts', ...entries(files.filter((file) => !ALONE.includes(file))) };
  const { metafile } = await build({ ...FORM, entryPoints: others, plugins: plugins(), write: false, metafile: true });
  const shared = await sharedModules(metafile);
  for (const home of ['core', 'commands'] as const) {
    await build({
      ...FORM,
      entryPoints: entries([home]),
      plugins: plugins(entryOf(home, shared), taking(shared, home)),
    });
  }
  await build({ ...FORM, entryPoints: others, plugins: plugins(taking(shared)) });
  await build({ ...FORM, entryPoints: { cli: 'src/cli/bin.ts', ...entries(ALONE) }, plugins: plugins() });
  await build({ ...FORM, entryPoints: { 'writer-thread': 'src/delivery/writer-thread.ts' } });
  for (const name of BESIDE) {
    await build({
      ...FORM,
      entryPoints: { [`${name}-package`]: require.resolve(name) },
      banner: { js: licenceOf(name) },
    });
  }
}

function entries(files: readonly string[]): Record<string, string> {
  return Object.fromEntries(files.map((file) => [file, `entry:${file}`]));
}

function plugins(...further: readonly Plugin[]): Plugin[] {
  return [...further, lateParts, packagesBeside, yamlLate];
}

/** A part that is loaded late stays a `require` of the file that it stands in, which has its exports under its name. */
const lateParts: Plugin = {
  name: 'late-parts',
  setup(bundler) {
    bundler.onResolve({ filter: /^\.\/[\w-]+$/ }, ({ path, importer }) =>
      basename(importer) === 'load.ts' && Object.hasOwn(LATE, path.slice(2))
        ? { path: path.slice(2), namespace: 'late' }
        : undefined,
    );
    bundler.onLoad({ filter: /./, namespace: 'late' }, ({ path }) => ({
      contents: `module.exports = require("./${LATE[path]?.file}")["${path}"];`,
    }));
    bundler.onResolve({ filter: /./, namespace: 'late' }, ({ path }) => ({ path, external: true }));
    bundler.onResolve({ filter: /^entry:/ }, ({ path }) => ({ path: path.slice('entry:'.length), namespace: 'entry' }));
    bundler.onLoad({ filter: /./, namespace: 'entry' }, ({ path: wanted }) => ({
      contents: Object.entries(LATE)
        .filter(([, { file }]) => file === wanted)
        .map(([name, { source }]) => `export * as "${name}" from "./${source}";`)
        .join('\n'),
      resolveDir: ROOT,
    }));
  },
};

/** The modules that several files need, and where each stands. */
async function sharedModules({ inputs: sources, outputs }: Metafile): Promise<SharedModules> {
  const users = new Map<string, string[]>();
  for (const [output, { inputs }] of Object.entries(outputs)) {
    for (const module of Object.keys(inputs).filter((input) => input.startsWith('src/'))) {
      users.set(module, [...(users.get(module) ?? []), basename(output, '.js')]);
    }
  }
  const modules = [...users.keys()].filter((module) => (users.get(module) ?? []).length > 1).sort();
  const names = await exportsOf(modules);
  const requested = new Set(Object.values(ON_REQUEST).map(({ file }) => file));
  const isForAll = (module: string): boolean =>
    users.get(module)?.some((user) => !COMMANDS.includes(user) && !requested.has(user)) ?? false;
  // A module stands whole in its file, so `core` has all that its modules import, although programs may need a part alone.
  const core = new Set(modules.filter(isForAll));
  for (const module of core) {
    for (const { path } of sources[module]?.imports ?? []) if (modules.includes(path)) core.add(path);
  }
  return new Map(
    modules.map((module) => [module, { home: core.has(module) ? 'core' : 'commands', names: names.get(module) ?? [] }]),
  );
}

/** What modules export at run time. */
async function exportsOf(modules: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const { metafile } = await build({
    ...FORM,
    bundle: false,
    packages: undefined,
    format: 'esm',
    logLevel: 'error',
    entryPoints: [...modules],
    write: false,
    metafile: true,
  });
  return new Map(Object.values(metafile.outputs).map(({ entryPoint = '', exports }) => [entryPoint, exports]));
}

/** The entry of a file of shared modules: what they export, each name behind that of its module. */
function entryOf(home: Shared['home'], shared: SharedModules): Plugin {
  const own = [...shared].filter(([, each]) => each.home === home);
  const all = own.flatMap(([module, { names }]) => names.map((name) => ({ module, name })));
  const lines = all.map(({ module, name }, at) => `import { ${name} as _${at} } from "./${module}";`);
  const members = all.map(({ module, name }, at) => `"${module}:${name}": _${at}`);
  const contents = `${lines.join('\n')}\nmodule.exports = { ${members.join(', ')} };`;
  return {
    name: 'shared-entry',
    setup(bundler) {
      bundler.onLoad({ filter: new RegExp(`^${home}$`), namespace: 'entry' }, () => ({ contents, resolveDir: ROOT }));
    },
  };
}

/** Takes shared modules from their files, but for those of the file that is written. */
function taking(shared: SharedModules, written?: Shared['home']): Plugin {
  return {
    name: 'shared',
    setup(bundler) {
      bundler.onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir, namespace }) => {
        if (namespace === 'shared') return { path, external: true };
        const wanted = relative(ROOT, resolve(resolveDir, path));
        const module = [`${wanted}.ts`, `${wanted}/index.ts`, wanted].find((each) => shared.has(each));
        if (module === undefined || shared.get(module)?.home === written) return undefined;
        return { path: module, namespace: 'shared', sideEffects: false };
      });
      bundler.onLoad({ filter: /./, namespace: 'shared' }, ({ path }) => {
        const { home = 'core', names = [] } = shared.get(path) ?? {};
        const taken = names.map((name) => `"${path}:${name}": ${name}`);
        return { contents: `const { ${taken.join(', ')} } = require("./${home}");\nexport { ${names.join(', ')} };` };
      });
    },
  };
}

/**
 * Packages that have a file of their own each: nobody need install them, and the modules of the reader of YAML alone take
 * Node longer to look up than all else that the command line loads.
 */
const BESIDE: readonly string[] = ['yaml', 'diff'];

const packagesBeside: Plugin = {
  name: 'packages-beside',
  setup(bundler) {
    bundler.onResolve({ filter: /^[a-z]+$/ }, ({ path }) =>
      BESIDE.includes(path) ? { path: `./${path}-package`, external: true } : undefined,
    );
  },
};

/** cdk8s has a package for YAML, which a run does not use. */
const yamlLate: Plugin = {
  name: 'yaml-late',
  setup(bundler) {
    bundler.onResolve({ filter: /^cdk8s$/ }, ({ path, namespace }) =>
      namespace === 'cdk8s' ? { path, external: true } : { path, namespace: 'cdk8s' },
    );
    bundler.onLoad({ filter: /./, namespace: 'cdk8s' }, () => ({
      contents: `
        const { withYamlLate } = require("./src/late-yaml.ts");
        module.exports = withYamlLate(() => require("cdk8s"));`,
      resolveDir: ROOT,
    }));
  },
};

/** The licences ask to be where the code is. */
function licenceOf(name: string): string {
  return `/*\n${readFileSync(join(ROOT, 'node_modules', name, 'LICENSE'), 'utf8')}*/`;
}
