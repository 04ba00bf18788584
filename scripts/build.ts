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
  'kafka-settings': 'src/rules/kafka-settings/index.ts',
  check: 'src/cli/check.ts',
  convert: 'src/cli/convert.ts',
  explain: 'src/cli/explain.ts',
  teardown: 'src/cli/teardown.ts',
  verify: 'src/cli/verify.ts',
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
    plugins: [lateParts, yamlBeside],
  });
  await build({ ...FORM, entryPoints: [require.resolve('yaml')], entryNames: 'yaml', banner: { js: yamlLicence() } });
}

const FORM = {
  outdir: join(ROOT, 'lib', 'bundle'),
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20.12',
  logLevel: 'warning',
} as const;

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

void main();
