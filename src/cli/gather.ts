import type { Unreadable } from '../yaml/content';
import { Patches } from './files/kustomize';
import type { LeftOutReason, Manifest } from './files/left-out';
import { objectsOf, type SourceObject } from './files/objects';
import { readText, textOf, type Text } from '../yaml/text';
import { findFiles, STANDARD_INPUT, type FoundFiles } from './files/walk';
import { UsageError, type Io } from './io';
import { Progress } from '../delivery/progress';

/** What was read of files. */
export interface Gathered {
  /** Files, as they are told. */
  readonly files: readonly string[];
  readonly objects: readonly SourceObject[];
  /** How many documents the files have. */
  readonly documents: number;
  /** Documents that are malformed. */
  readonly malformed: readonly (Unreadable & { readonly file: string })[];
  /** Files and folders that could not be read. */
  readonly unreadable: readonly { readonly file: string; readonly message: string }[];
  /** What was left out: each file as often as something of it was. */
  readonly leftOut: Readonly<Partial<Record<LeftOutReason, readonly string[]>>>;
  /** The text of a file. */
  readonly textOf: (file: string) => string | undefined;
}

/** Files that are told to hold no objects: settings of Helm and kustomize. */
const SETTINGS = /(^|\/)(Chart\.yaml|values[^/]*\.ya?ml|kustomization\.ya?ml)$/;

/**
 * Reads all manifests below paths.
 * @throws UsageError where there is none
 */
export function gather(paths: readonly string[], io: Io, isJudged: (manifest: Manifest) => boolean): Promise<Gathered> {
  const found = findFiles(paths, io.cwd);
  if (found.files.length === 0 && found.unreadable.length === 0) throw nothingFound(paths, found.skipped);
  return readFound(found, io, isJudged);
}

/** Reads all manifests below paths, which may have none. */
export function gatherAny(
  paths: readonly string[],
  io: Io,
  isJudged: (manifest: Manifest) => boolean,
): Promise<Gathered> {
  return readFound(findFiles(paths, io.cwd), io, isJudged);
}

async function readFound(
  { files, unreadable }: FoundFiles,
  io: Io,
  isJudged: (manifest: Manifest) => boolean,
): Promise<Gathered> {
  const input = files.includes(STANDARD_INPUT) ? textOf(await io.stdin()) : undefined;
  const reader = new Reader(io.cwd, isJudged, new Patches(io.cwd, files), input);
  const progress = new Progress(io, files.length, 'files');
  for (const [index, file] of files.entries()) {
    reader.read(file);
    progress.at(index + 1);
  }
  progress.end();
  reader.unreadable.push(...unreadable);
  return { files, ...reader.found() };
}

class Reader {
  readonly unreadable: { file: string; message: string }[] = [];
  private readonly objects: SourceObject[] = [];
  private documents = 0;
  private readonly malformed: (Unreadable & { file: string })[] = [];
  private readonly leftOut: Partial<Record<LeftOutReason, string[]>> = {};
  /** Texts are kept: what a pipe said it does not say again. */
  private readonly texts = new Map<string, string>();
  constructor(
    private readonly cwd: string,
    private readonly isJudged: (manifest: Manifest) => boolean,
    private readonly patches: Patches,
    private readonly input: Text | undefined,
  ) {}

  read(file: string): void {
    const read = file === STANDARD_INPUT && this.input ? this.input : readText(file, this.cwd);
    if ('text' in read) this.take(file, read.text);
    else this.unreadable.push({ file, message: `The file cannot be read: ${read.unreadable}.` });
  }

  found(): Omit<Gathered, 'files'> {
    const { objects, documents, malformed, unreadable, leftOut, texts } = this;
    return { objects, documents, malformed, unreadable, leftOut, textOf: (file) => texts.get(file) };
  }

  private take(file: string, text: string): void {
    this.texts.set(file, text);
    const isPatch = file !== STANDARD_INPUT && this.patches.has(file);
    const { objects, documents, problems, leftOut } = objectsOf(file, text, { isPatch, isJudged: this.isJudged });
    this.documents += documents;
    for (const object of objects) this.objects.push(object);
    for (const reason of leftOut) if (reason !== 'noObject' || !SETTINGS.test(file)) this.leave(file, reason);
    if (problems.length > 0 && isOtherJson(file, text)) this.leave(file, 'noObject');
    else for (const problem of problems) this.malformed.push({ ...problem, file });
  }

  private leave(file: string, reason: LeftOutReason): void {
    (this.leftOut[reason] ??= []).push(file);
  }
}

/** Settings of editors and compilers are JSON with comments, and no manifests. */
function isOtherJson(file: string, text: string): boolean {
  return file.endsWith('.json') && !text.includes('"apiVersion"');
}

function nothingFound(paths: readonly string[], skipped: readonly string[]): UsageError {
  const some = skipped.slice(0, 5).join(', ');
  const more = skipped.length > 5 ? ` and ${skipped.length - 5} more` : '';
  const passed = skipped.length === 0 ? '' : `; passed over: ${some}${more}`;
  return new UsageError(`there is no .yaml, .yml or .json file in ${paths.join(', ')}${passed}`);
}
