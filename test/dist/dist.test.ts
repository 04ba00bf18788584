import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXAMPLES } from '../../examples/all';
import { filesBelow } from '../../scripts/project';

const root = join(__dirname, '../..');
const conformance = join(root, '../shared/conformance/workshop.mjs');

/** Files below a folder, with their text. */
function texts(folder: string): Record<string, string> {
  return Object.fromEntries(filesBelow(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

describe('dist/ is what the examples write', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'examples-'));
  afterAll(() => {
    rmSync(outdir, { recursive: true });
  });

  it.each(Object.keys(EXAMPLES))('%s (otherwise run `npm run synth`, look at what changes, and commit it)', (name) => {
    EXAMPLES[name]?.(join(outdir, name)).synth();
    const written = texts(join(outdir, name));
    expect(Object.keys(written).length).toBeGreaterThan(0);
    expect(written).toEqual(texts(join(root, 'dist', name)));
  });

  it('and nothing else', () => {
    const folders = new Set(Object.keys(EXAMPLES).map((name) => name.split('/')[0]));
    expect(readdirSync(join(root, 'dist')).sort()).toEqual([...folders].sort());
    const states = Object.keys(EXAMPLES).flatMap((name) => (name.startsWith('failover/') ? [name.slice(9)] : []));
    expect(readdirSync(join(root, 'dist/failover')).sort()).toEqual(states.sort());
  });

  it('and a failover that is taken back leaves the bytes that there were', () => {
    const [steady, failedOver, failedBack] = ['steady', 'failed-over', 'failed-back'].map((state) =>
      texts(join(root, 'dist/failover', state)),
    );
    expect(failedBack).toEqual(steady);
    expect(failedOver).not.toEqual(steady);
  });

  const held = existsSync(conformance) ? it : it.skip;
  held("of which the workshop is the article's nine manifests (skipped without ../shared/conformance)", () => {
    const told = execFileSync(process.execPath, [conformance, 'dist/workshop'], { cwd: root, encoding: 'utf8' });
    expect(told.trim().split('\n').at(-1)).toBe('9 of 9 objects equal, 0 extra');
  });
});
