import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { findFiles } from '../../../src/cli/files/walk';
import { Folder } from '../harness';

const folder = new Folder();

test('files come in one order, whatever that of the file system', () => {
  const cwd = folder.with({ 'b.yaml': '', 'a/z.yml': '', 'a/B.json': '', 'A.YAML': '', 'c.txt': '' });
  expect(findFiles(['.'], cwd).files).toEqual(['A.YAML', 'a/B.json', 'a/z.yml', 'b.yaml']);
});

test('a file that is named is read whatever its name, and told as it is reached from the working folder', () => {
  const cwd = folder.with({ 'here/a.txt': '', 'there/b': '' });
  expect(findFiles(['a.txt', '../there/b', join(cwd, 'here/a.txt')], join(cwd, 'here')).files).toEqual([
    'a.txt',
    '../there/b',
  ]);
});

test('links are followed, and a circle of links ends', () => {
  const cwd = folder.with({ 'real/a.yaml': '' });
  symlinkSync('../real', join(cwd, 'real', 'loop'));
  symlinkSync('real', join(cwd, 'linked'));
  symlinkSync('real/a.yaml', join(cwd, 'b.yaml'));
  mkdirSync(join(cwd, 'x'));
  symlinkSync('b.yaml', join(cwd, 'x', 'c.yaml'));
  symlinkSync('c.yaml', join(cwd, 'x', 'b.yaml'));
  expect(findFiles(['.'], cwd)).toMatchObject({
    files: ['b.yaml', 'linked/a.yaml', 'x/b.yaml', 'x/c.yaml'],
    unreadable: [],
  });
});

test('what is no file of text is passed over in a folder: a pipe may never end', () => {
  const cwd = folder.with({ 'a.yaml': '' });
  execFileSync('mkfifo', [join(cwd, 'pipe.yaml')]);
  symlinkSync('pipe.yaml', join(cwd, 'linked.yaml'));
  expect(findFiles(['.'], cwd)).toMatchObject({ files: ['a.yaml'], skipped: ['linked.yaml', 'pipe.yaml'] });
  expect(findFiles(['pipe.yaml'], cwd).files).toEqual(['pipe.yaml']);
});

test('a link that leads in a circle is told where it is named', () => {
  const cwd = folder.with({});
  symlinkSync('loop', join(cwd, 'loop'));
  expect(() => findFiles(['loop'], cwd)).toThrow('loop cannot be read: its links lead in a circle');
});

// Whoever is root may read everything.
const test_unless_root = process.getuid?.() === 0 ? test.skip : test;

test_unless_root('a folder that cannot be entered is told', () => {
  const cwd = folder.with({ 'a/b.yaml': '' });
  chmodSync(join(cwd, 'a'), 0);
  expect(findFiles(['.'], cwd).unreadable).toEqual([{ file: 'a', message: 'there is no permission to read it' }]);
  chmodSync(join(cwd, 'a'), 0o755);
});
