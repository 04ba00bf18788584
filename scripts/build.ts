/**
 * `npm run build`: declarations and imports/ as they are, the library as few files.
 *
 * Node looks up and compiles each module by itself, which would be most of the time that a small program takes. So the
 * library and the command line are one file each in lib/bundle/, and each part that a `load.ts` loads late is one beside them.
 */
import { readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { filesBelow, ROOT, runTool } from './project';

/** Parts that a `load.ts` loads late, by the name that it calls them. */
const LATE: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      'strimzi-v1beta1',
      'strimzi-v1beta1-late',
      'strimzi-v1beta2-early',
      'strimzi-v1beta2',
      'strimzi-v1',
      'jaeger-v1',
      'opentelemetry-v1beta1',
      'kubernetes',
      'openshift',
      'olm',
      'clients',
    ].map((name) => [name, `src/dialects/${name}/index.ts`]),
  ),
  check: 'src/cli/check.ts',
  convert: 'src/cli/convert.ts',
  explain: 'src/cli/explain.ts',
  synth: 'src/cli/synth.ts',
};

/** What is loaded late stays a `require` of the file beside the entry. */
const lateParts: Plugin = {
  name: 'late-parts',
  setup(bundler) {
    bundler.onResolve({ filter: /^\.\/[\w-]+$/ }, ({ path, importer }) =>
      basename(importer) === 'load.ts' && Object.hasOwn(LATE, path.slice(2)) ? { path, external: true } : undefined,
    );
  },
};

async function main(): Promise<void> {
  const lib = join(ROOT, 'lib');
  rmSync(lib, { recursive: true, force: true });
  const { ok, stdout } = runTool('tsc', ['--project', 'tsconfig.build.json']);
  process.stdout.write(stdout);
  if (!ok) process.exit(1);
  for (const file of filesBelow(join(lib, 'src'))) if (file.endsWith('.js')) rmSync(join(lib, 'src', file));
  await build({
    ...FORM,
    entryPoints: {
      index: join(ROOT, 'src/index.ts'),
      cli: join(ROOT, 'src/cli/bin.ts'),
      ...Object.fromEntries(Object.entries(LATE).map(([name, source]) => [name, join(ROOT, source)])),
    },
    packages: 'external',
    plugins: [lateParts, packagesBeside],
  });
  for (const name of BESIDE) {
    await build({ ...FORM, entryPoints: [require.resolve(name)], entryNames: name, banner: { js: licenceOf(name) } });
  }
}

const FORM = {
  outdir: join(ROOT, 'lib', 'bundle'),
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20.12',
  logLevel: 'warning',
} as const;

/**
 * Packages that the command line has in a file of their own each: nobody need install them, and the modules of the reader
 * of YAML alone take Node longer to look up than all else that it loads.
 */
const BESIDE = ['yaml', 'diff'];

const packagesBeside: Plugin = {
  name: 'packages-beside',
  setup(bundler) {
    bundler.onResolve({ filter: /^[a-z]+$/ }, ({ path }) =>
      BESIDE.includes(path) ? { path: `./${path}`, external: true } : undefined,
    );
  },
};

/** The licences ask to be where the code is. */
function licenceOf(name: string): string {
  return `/*\n${readFileSync(join(ROOT, 'node_modules', name, 'LICENSE'), 'utf8')}*/`;
}

void main();
