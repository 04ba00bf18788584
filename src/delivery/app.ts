import { App as CdkApp, type ApiObject, type AppProps as CdkAppProps, type Chart } from 'cdk8s';
import { CHECKS_FINDINGS } from '../constructs/checks-findings';
import { FindingsError, formatFindings, type Finding } from '../check/finding';
import { appName } from './app-name';
import { changeLines, type Changes } from './changes';
import { constructMetadata, METADATA_FILE } from './construct-metadata';
import { fileClash } from './file-clash';
import { FileNames, type FileName } from './file-names';
import { Output } from './files';
import type { GitOps } from './git-ops';
import { orderApp } from './order';
import { Synthesis } from './synthesis';
import { DOCUMENT_SEPARATOR } from './yaml';

/** Properties of an {@link App}. */
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
 * there by hand. A file of another app is not written over either, unless both are of one program and have no name; one
 * that no index lists is, if it has the name of a manifest.
 */
export class App extends CdkApp {
  private readonly validates: boolean;
  private readonly recordsMetadata: boolean;
  private readonly indexName: string | undefined;
  private readonly gitOps: GitOps | undefined;

  /** @throws if `name` is empty, or has control characters */
  constructor(props: AppProps = {}) {
    super(props);
    Object.defineProperty(this, CHECKS_FINDINGS, { value: true });
    this.validates = props.validate ?? true;
    this.recordsMetadata = props.recordConstructMetadata ?? process.env.CDK8S_RECORD_CONSTRUCT_METADATA === 'true';
    this.indexName = appName(props.name, this.outdir);
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
   * Writes all manifests to the output folder.
   * @throws FindingsError if there is an error; the output folder is as it was
   */
  override synth(): void {
    const synthesis = this.synthesis();
    const output = new Output(this.outdir, this.indexName);
    try {
      this.write(synthesis, output);
      this.warn(synthesis.conclude());
      this.announce(output.commit());
    } finally {
      output.discard();
    }
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
    const { gitOps, outdir } = this;
    return new Synthesis(this, this.validates, gitOps && { gitOps, outdir });
  }

  private write(synthesis: Synthesis, output: Output): void {
    const names = new FileNames(this.yamlOutputType, this.outputFileExtension, synthesis.order);
    const objects: ApiObject[] = [];
    let current: FileName | undefined;
    let isTaken = false;
    for (const document of synthesis.documents()) {
      const name = names.of(document);
      const isFirst = name.file !== current?.file || name.owner !== current.owner;
      if (isFirst) isTaken = !this.begin(name, document.object.node.path, synthesis, output);
      current = name;
      if (isTaken) continue;
      output.write(isFirst ? document.text : DOCUMENT_SEPARATOR + document.text);
      if (this.recordsMetadata) objects.push(document.object);
    }
    for (const { file, text } of synthesis.files()) {
      if (this.begin({ file, owner: file }, file, synthesis, output)) output.write(text);
    }
    const metadata = { file: METADATA_FILE, owner: METADATA_FILE };
    if (this.recordsMetadata && this.begin(metadata, METADATA_FILE, synthesis, output)) {
      output.write(constructMetadata(objects));
    }
  }

  /** Begins a file, or notes why this app may not write it. */
  private begin(name: FileName, construct: string, synthesis: Synthesis, output: Output): boolean {
    const holder = output.begin(name.file, name.owner);
    if (holder) synthesis.note([fileClash(name, { construct, app: this.indexName }, holder)]);
    return holder === undefined;
  }
}
