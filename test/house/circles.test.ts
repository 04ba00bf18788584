import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { preProcessFile } from 'typescript';
import { filesBelow, ROOT } from '../../scripts/project';

const SOURCES = join(ROOT, 'src');

/** The files of the library that each of them imports, be it for a type alone. */
function importsOfFiles(): ReadonlyMap<string, readonly string[]> {
  const files = filesBelow(SOURCES).map((file) => join(SOURCES, file));
  return new Map(files.map((file) => [file, importsOf(file)]));
}

function importsOf(file: string): string[] {
  return preProcessFile(readFileSync(file, 'utf8')).importedFiles.flatMap(({ fileName }) => {
    const place = join(dirname(file), fileName);
    const found = fileName.startsWith('.')
      ? [`${place}.ts`, join(place, 'index.ts')].find((each) => existsSync(each))
      : undefined;
    return found?.startsWith(SOURCES) ? [found] : [];
  });
}

/** The circles that a walk from file to imported file meets, each as its files. */
function circlesOf(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    const at = trail.indexOf(file);
    if (at >= 0) circles.push([...trail.slice(at), file].map((each) => relative(SOURCES, each)).join(' -> '));
    if (at >= 0 || done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return circles;
}

it('files import each other in no circle, types included', () => {
  const graph = importsOfFiles();
  expect(graph.size).toBeGreaterThan(200);
  expect(circlesOf(graph)).toEqual([]);
});

it('a circle of three files is found', () => {
  const graph = new Map(['a', 'b', 'c'].map((file, at) => [join(SOURCES, file), [join(SOURCES, 'bca'.charAt(at))]]));
  expect(circlesOf(graph)).toEqual(['a -> b -> c -> a']);
});
