import { readFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';
import { ROOT } from './project';

/** Parts that a `load.ts` loads late, by the name that it calls them: the file that each stands in, and its source. */
const LATE: Readonly<Record<string, { readonly file: string; readonly source: string }>> = {
  ...dialects('strimzi', [
    'strimzi-v1beta1',
    'strimzi-v1beta1-late',
    'strimzi-v1beta2-early',
    'strimzi-v1beta2',
    'strimzi-v1',
  ]),
  ...dialects('workloads', ['kubernetes', 'openshift', 'clients']),
  ...dialects('jaeger-v1', ['jaeger-v1']),
  ...dialects('opentelemetry-v1beta1', ['opentelemetry-v1beta1']),
  ...dialects('olm', ['olm']),
  check: { file: 'commands', source: 'src/cli/check.ts' },
  convert: { file: 'commands', source: 'src/cli/convert.ts' },
  explain: { file: 'explain', source: 'src/cli/explain.ts' },
};

/** What starts at once and needs little: with nothing of `core`, at the price of having some of it twice. */
const ALONE = ['explain'];

/** What several files rest on. */
const CORE = 'core';

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

/**
 * Writes lib/bundle/: the library and the command line as a file each, what both or several parts rest on as `core`, and
 * what is loaded late as files beside them. But for what is `ALONE`, a module stands in one file.
 */
export async function bundle(): Promise<void> {
  const files = [...new Set(Object.values(LATE).map(({ file }) => file))];
  const alone = { cli: 'src/cli/bin.ts', ...entries(ALONE) };
  const others = { index: 'src/index.ts', ...entries(files.filter((file) => !ALONE.includes(file))) };
  const { metafile } = await build({ ...FORM, entryPoints: others, plugins: plugins(), write: false, metafile: true });
  const core = await exportsOf(shared(metafile));
  await build({ ...FORM, entryPoints: entries([CORE]), plugins: plugins(coreEntry(core)) });
  await build({ ...FORM, entryPoints: others, plugins: plugins(fromCore(core)) });
  await build({ ...FORM, entryPoints: alone, plugins: plugins() });
  await build({
    ...FORM,
    packages: 'bundle',
    entryPoints: { yaml: require.resolve('yaml') },
    banner: { js: yamlLicence() },
  });
}

function entries(files: readonly string[]): Record<string, string> {
  return Object.fromEntries(files.map((file) => [file, `entry:${file}`]));
}

function plugins(...further: readonly Plugin[]): Plugin[] {
  return [...further, lateParts, yamlBeside];
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

/** The modules that several files need. */
function shared({ outputs }: Metafile): string[] {
  const met = new Set<string>();
  const twice = new Set<string>();
  for (const { inputs } of Object.values(outputs)) {
    for (const module of Object.keys(inputs))
      if (module.startsWith('src/')) (met.has(module) ? twice : met).add(module);
  }
  return [...twice].sort();
}

/** What modules export at run time. */
async function exportsOf(modules: readonly string[]): Promise<Map<string, readonly string[]>> {
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

/** The entry of `core`: what all its modules export, each name behind that of its module. */
function coreEntry(core: ReadonlyMap<string, readonly string[]>): Plugin {
  const all = [...core].flatMap(([module, names]) => names.map((name) => ({ module, name })));
  const lines = all.map(({ module, name }, at) => `import { ${name} as _${at} } from "./${module}";`);
  const members = all.map(({ module, name }, at) => `"${module}:${name}": _${at}`);
  const contents = `${lines.join('\n')}\nmodule.exports = { ${members.join(', ')} };`;
  return {
    name: 'core-entry',
    setup(bundler) {
      bundler.onLoad({ filter: /^core$/, namespace: 'entry' }, () => ({ contents, resolveDir: ROOT }));
    },
  };
}

/** Takes the modules of `core` from its file. */
function fromCore(core: ReadonlyMap<string, readonly string[]>): Plugin {
  return {
    name: 'from-core',
    setup(bundler) {
      bundler.onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir, namespace }) => {
        if (namespace === CORE) return { path, external: true };
        const wanted = relative(ROOT, resolve(resolveDir, path));
        const module = [`${wanted}.ts`, `${wanted}/index.ts`, wanted].find((each) => core.has(each));
        return module === undefined ? undefined : { path: module, namespace: CORE, sideEffects: false };
      });
      bundler.onLoad({ filter: /./, namespace: CORE }, ({ path }) => {
        const names = core.get(path) ?? [];
        const taken = names.map((name) => `"${path}:${name}": ${name}`);
        return { contents: `const { ${taken.join(', ')} } = require("./${CORE}");\nexport { ${names.join(', ')} };` };
      });
    },
  };
}

/** The reader of YAML has 73 modules, which take Node longer to look up than all else that the command line loads. */
const yamlBeside: Plugin = {
  name: 'yaml-beside',
  setup(bundler) {
    bundler.onResolve({ filter: /^yaml$/ }, () => ({ path: './yaml', external: true }));
  },
};

/** The licence asks to be where the code is. */
function yamlLicence(): string {
  return `/*\n${readFileSync(join(ROOT, 'node_modules', 'yaml', 'LICENSE'), 'utf8')}*/`;
}
