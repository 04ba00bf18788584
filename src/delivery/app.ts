import { App as CdkApp, type ApiObject, type AppProps as CdkAppProps, type Chart } from 'cdk8s';
import { heldProps, tellFaults } from '../constructs/held';
import { CHECKS_FINDINGS } from '../constructs/checks-findings';
import { FindingsError, formatFindings, type Finding } from '../check/finding';
import { appName } from './app-name';
import { changeLines, NO_CHANGES, type Changes } from './changes';
import { constructMetadata, METADATA_FILE } from './construct-metadata';
import type { Claimant } from './file-clash';
import { FileNames } from './file-names';
import { Output, type Edited } from './files';
import type { GitOps } from './git-ops';
import { Layout } from './layout';
import { orderApp } from './order';
import { Progress } from './progress';
import { RunSettings } from './run-settings';
import { Synthesis, type SynthesizedDocument } from './synthesis';
import { DOCUMENT_SEPARATOR } from './yaml';

/** Properties of an {@link App}: all of them are known at once. */
export interface AppProps extends CdkAppProps {
  /**
   * Whether objects are held to the schema of their API, to what their site's release serves and to the rules.
   *
   * What constructs say of themselves, cycles of dependencies, and objects or files of one name end the run in any case.
   *
   * @default true
   */
  readonly validate?: boolean;
  /**
   * Name of the app in the index of its output folder, `.cdk8s-strimzi`. Apps that share a folder have different names.
   *
   * Name an app whose program is moved or runs in several places, such as `src/main.ts` and `lib/main.js`, whose output
   * folder is not always the same, or which a program makes anew and writes again.
   *
   * @default - the file that the process runs, without its extension and relative to the output folder; further apps of a
   * process that have the same folder have a number behind it, in the order in which they are made. Where that file is not
   * known, as with `node --eval` or under a runner of `node_modules`, the app lists nothing, and so removes nothing.
   */
  readonly name?: string;
  /**
   * How manifests are divided into files. It takes the place of cdk8s's `yamlOutputType`; an app is given one of the two.
   * @default Layout.filePerSite()
   */
  readonly layout?: Layout;
  /**
   * What becomes of a file that the app wrote, somebody changed, and the app describes in another way: `keep` tells of it and leaves it as it
   * is, `overwrite` writes over it, also over files of these names that no app lists.
   *
   * @default keep, or what the environment variable CDK8S_STRIMZI_EDITED says
   */
  readonly edited?: Edited;
  /**
   * Who brings the manifests from Git to their clusters: {@link ArgoCd} or {@link Flux}. The objects of each site then have a
   * folder of their own, an order in which they are applied, and protection where they are state; what the tool has to be
   * told is written beside them.
   *
   * @default - nobody is told anything
   */
  readonly gitOps?: GitOps;
}

/**
 * A cdk8s app that checks everything before it writes anything: objects as patches and resolvers leave them, whoever made
 * them.
 *
 * `synth` collects all faults of a run and throws them as one error; then the output folder is as it was. What it writes
 * is the same for the same constructs, in whatever order a program made them.
 *
 * Which files an app wrote stands in an index, `.cdk8s-strimzi`, beside them. A file that the app wrote and no longer
 * describes is removed, unless somebody changed it since. Nothing else is: not what other apps wrote, nor what was put
 * there by hand. Nor is any of that written over, unless both apps are of one program and have no name.
 *
 * All files are put in their places together. A run that is killed leaves the former files, or the next run with the same output folder
 * finishes what it had begun before it does anything else; two runs at once do one after the other.
 */
export class App extends CdkApp {
  private readonly validates: boolean;
  private readonly recordsMetadata: boolean;
  private readonly layout: Layout;
  private readonly settings = new RunSettings();
  private readonly edited: Edited;
  /** The output folder, also where another is written to. */
  private readonly folder: string;
  private readonly indexName: string | undefined;
  private readonly gitOps: GitOps | undefined;
  /** Whether the sites are asked by an app that judges them. */
  private isJudging = false;

  /** @throws if `name` is empty, or has control characters; if both `layout` and `yamlOutputType` are given */
  constructor(props: AppProps = {}) {
    props = heldProps('App', props, new.target === App);
    const layout = layoutOf(props);
    super({ ...props, outputFileExtension: props.outputFileExtension ?? layout.extension });
    tellFaults(this, props);
    Object.defineProperty(this, CHECKS_FINDINGS, { get: () => this.isJudging || !this.validates });
    this.layout = layout;
    this.validates = props.validate ?? true;
    this.recordsMetadata = props.recordConstructMetadata ?? process.env.CDK8S_RECORD_CONSTRUCT_METADATA === 'true';
    this.edited = props.edited ?? this.settings.edited ?? 'keep';
    this.folder = this.settings.folderOf(this.outdir);
    this.indexName = appName(props.name, this.folder);
    this.gitOps = props.gitOps;
  }

  /**
   * The charts, each after those that it depends on, otherwise by path.
   * @throws FindingsError if dependencies lead in a circle
   */
  override get charts(): Chart[] {
    const { charts, cycles } = orderApp(this);
    if (cycles.length > 0) throw new FindingsError(cycles);
    return charts.map(({ chart }) => chart);
  }

  /**
   * Writes all manifests to the output folder, or to standard output if that is the layout.
   * @throws FindingsError if there is an error; the output folder is as it was
   * @throws Error if a file cannot be put in its place, or another run writes for too long; the output folder is as it was
   */
  override synth(): void {
    if (this.layout.type === 'standardOutput') this.print();
    else for (let turn = 1; !this.deliver(); turn++) if (turn === TURNS) throw new Error(restlessText(this.folder));
  }

  /**
   * All manifests as one text, without what a GitOps tool itself is told. Nothing is written.
   * @throws FindingsError if there is an error
   */
  override synthYaml(): string {
    const synthesis = this.synthesis();
    const texts = Array.from(synthesis.documents(), ({ text }) => text);
    Array.from(synthesis.files());
    this.warn(synthesis.conclude());
    return texts.join(DOCUMENT_SEPARATOR);
  }

  /** Tells warnings, by default on standard error. Override it to tell them elsewhere. */
  protected warn(findings: readonly Finding[]): void {
    if (findings.length > 0) process.stderr.write(`${formatFindings(findings)}\n`);
  }

  /** Tells what became of the output folder, by default which files were removed or left to a person, on standard error. */
  protected announce(changes: Changes): void {
    for (const line of changeLines(changes)) process.stderr.write(`${line}\n`);
  }

  private synthesis(): Synthesis {
    const { gitOps, folder: outdir } = this;
    this.isJudging = true;
    try {
      return new Synthesis(this, this.validates, gitOps && { gitOps, outdir });
    } finally {
      this.isJudging = false;
    }
  }

  private print(): void {
    const text = this.synthYaml();
    if (!this.settings.compares) process.stdout.write(text);
    this.settings.report({ outdir: this.folder, isPrinted: true, changes: NO_CHANGES });
  }

  /** @returns whether it is done; somebody else may have changed the folder meanwhile */
  private deliver(): boolean {
    const aside = this.settings.compares ? this.settings.newAside() : undefined;
    const synthesis = this.synthesis();
    const output = new Output(this.folder, this.indexName, {
      edited: this.edited,
      ...(aside !== undefined && { aside }),
    });
    try {
      this.write(synthesis, output);
      const clashes = output.end();
      if (clashes.length > 0 && aside === undefined && output.isOvertakenNow()) return false;
      synthesis.note(clashes);
      const warnings = synthesis.conclude();
      const changes = aside === undefined ? output.commit() : output.compare();
      if (!changes) return false;
      this.warn(warnings);
      if (aside === undefined) this.announce(changes);
      const { folder: outdir, isInterrupted } = output;
      this.settings.report({ outdir, changes, ...(aside !== undefined && { aside, isInterrupted }) });
      return true;
    } catch (error) {
      throw withFolder(error, this.folder);
    } finally {
      output.discard();
    }
  }

  private write(synthesis: Synthesis, output: Output): void {
    const { order } = synthesis;
    const names = new FileNames(this.layout, this.outputFileExtension, order);
    synthesis.note(names.contradictions);
    const progress = new Progress(PROCESS, order.objects, 'objects');
    const objects: ApiObject[] = [];
    const documents = claimed(names, synthesis.documents(names.charts));
    let [file, owner] = ['', ''];
    let isOurs = false;
    let done = 0;
    for (const { document, claimant } of this.gitOps ? fileByFile(documents) : documents) {
      const isFirst = claimant.file !== file || claimant.owner !== owner;
      if (isFirst) isOurs = output.begin(claimant);
      ({ file, owner } = claimant);
      progress.at(++done);
      if (!isOurs) continue;
      output.write(isFirst ? document.text : DOCUMENT_SEPARATOR + document.text);
      if (this.recordsMetadata) objects.push(document.object);
    }
    progress.end();
    for (const { file: beside, text } of synthesis.files()) if (output.begin(claimOf(beside))) output.write(text);
    if (this.recordsMetadata && output.begin(claimOf(METADATA_FILE))) output.write(constructMetadata(objects));
  }
}

/** A file that no construct asks for. */
function claimOf(file: string): Claimant {
  return { file, owner: file, construct: file };
}

/** A document with the file that it goes to. */
interface Claimed {
  readonly document: SynthesizedDocument;
  readonly claimant: Claimant;
}

function* claimed(names: FileNames, documents: Iterable<SynthesizedDocument>): Generator<Claimed> {
  for (const document of documents) yield { document, claimant: names.of(document) };
}

/** Documents of one file one after the other. A GitOps tool has an order of its own, for which files do not matter. */
function fileByFile(documents: Iterable<Claimed>): Claimed[] {
  const files = new Map<string, Claimed[]>();
  for (const each of documents) {
    const key = `${each.claimant.file}\0${each.claimant.owner}`;
    const file = files.get(key);
    if (file) file.push(each);
    else files.set(key, [each]);
  }
  return [...files.values()].flat();
}

/** Standard error is opened when it is first asked for, and most runs tell nothing. */
const PROCESS = {
  get stderr() {
    return process.stderr;
  },
  now: () => process.uptime() * 1000,
};

/** How often a run looks at a folder that others change all the time. */
const TURNS = 5;

function restlessText(folder: string): string {
  return `${folder} was changed by somebody else while it was compared with what is to be written, ${TURNS} times. Nothing was written.`;
}

/** What the system refuses, with the folder that it is about: a full disk names none. */
function withFolder(error: unknown, folder: string): unknown {
  if (!(error instanceof Error) || !('syscall' in error)) return error;
  return new Error(`${folder} cannot be written, and is as it was: ${error.message}`, { cause: error });
}

function layoutOf({ layout, yamlOutputType }: AppProps): Layout {
  if (layout !== undefined && yamlOutputType !== undefined) {
    throw new Error('An app has a layout or a yamlOutputType, not both; leave out yamlOutputType.');
  }
  return layout ?? (yamlOutputType === undefined ? Layout.filePerSite() : Layout.ofCdk8s(yamlOutputType));
}
