import { join } from 'node:path';
import { EXAMPLES } from './all';

const outdir = process.env.CDK8S_OUTDIR ?? 'dist';
for (const [name, example] of Object.entries(EXAMPLES)) example(join(outdir, name)).synth();
