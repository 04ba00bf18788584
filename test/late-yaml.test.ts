import { run } from '../scripts/project';

const HEAD = `
  const { createRequire } = require('node:module');
  const { withYamlLate } = require('./src/late-yaml.ts');
  const beside = createRequire(require.resolve('cdk8s'));
  const file = beside.resolve('yaml');
  const load = () => withYamlLate(() => require('cdk8s'));
  const state = () => (file in require.cache ? 'loaded' : 'absent');
  const tell = (told) => console.log(JSON.stringify(told));
`;

/** Runs a program in a Node of its own: what it has loaded is what is asked. */
function told(program: string): unknown {
  const { ok, stdout, stderr } = run(process.execPath, ['--require', 'tsx/cjs', '--eval', HEAD + program]);
  if (!ok) throw new Error(stderr);
  return JSON.parse(stdout);
}

describe('cdk8s without its package for YAML', () => {
  it('leaves that package out until somebody asks for YAML, and then works as ever', () => {
    const [before, files, text, after] = told(`
      const { Yaml } = load();
      const files = Object.keys(require.cache).filter((each) => each.includes('/yaml/'));
      tell([state(), files, Yaml.stringify({ a: '0755', b: undefined }), state()]);
    `) as unknown[];
    const { plain } = told(`tell({ plain: require('cdk8s').Yaml.stringify({ a: '0755', b: undefined }) })`) as {
      plain: string;
    };
    expect({ before, files, text, after }).toEqual({ before: 'absent', files: [], text: plain, after: 'loaded' });
  });

  it('gives others the package itself', () => {
    expect(told(`load(); tell(beside('yaml') === require(file) && typeof beside('yaml').parse)`)).toBe('function');
  });

  it('changes nothing where cdk8s is loaded already', () => {
    expect(told(`const own = require('cdk8s'); tell([load() === own, state()])`)).toEqual([true, 'loaded']);
  });

  it('leaves nothing behind where cdk8s cannot be loaded', () => {
    const program = `try { withYamlLate(() => { throw new Error('broken'); }); } catch (error) { tell([error.message, state()]); }`;
    expect(told(program)).toEqual(['broken', 'absent']);
  });

  it('is the package itself to a cdk8s that takes its exports at once', () => {
    const program = `withYamlLate(() => {
      const yaml = beside('yaml');
      const { parse, default: whole } = yaml;
      tell([parse('a: 1'), whole === require(file), state()]);
    })`;
    expect(told(program)).toEqual([{ a: 1 }, true, 'loaded']);
  });
});
