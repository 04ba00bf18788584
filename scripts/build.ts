/**
 * `npm run build`: declarations and imports/ as they are, the library as few files.
 *
 * Node looks up and compiles each module by itself, which would be most of the time that a small program takes. So the
 * entry is one file in lib/bundle/, and each part that `dialects/load.ts` loads late is one beside it.
 */
import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { filesBelow, ROOT, runTool } from './project';

const LATE = [
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
];

/** What is loaded late stays a `require` of the file beside the entry. */
const lateParts: Plugin = {
  name: 'late-parts',
  setup(bundler) {
    bundler.onResolve({ filter: /^\.\/[\w-]+$/ }, ({ path, importer }) =>
      basename(importer) === 'load.ts' && LATE.includes(path.slice(2)) ? { path, external: true } : undefined,
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
    entryPoints: {
      index: join(ROOT, 'src/index.ts'),
      ...Object.fromEntries(LATE.map((name) => [name, join(ROOT, `src/dialects/${name}/index.ts`)])),
    },
    outdir: join(lib, 'bundle'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    packages: 'external',
    plugins: [lateParts],
    logLevel: 'warning',
  });
}

void main();
