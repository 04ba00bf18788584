import * as cdk8s from 'cdk8s';
import { CHECKS_FINDINGS } from '../constructs/checks-findings';
import { faultFinding, FindingsError, formatFindings, type Finding } from '../check/finding';
import { constructMetadata, METADATA_FILE } from './construct-metadata';
import { FileNames, type FileName } from './file-names';
import { Output, type Changes } from './files';
import { orderApp } from './order';
import { Synthesis, type SynthesizedDocument } from './synthesis';
import { DOCUMENT_SEPARATOR } from './yaml';

/** Properties of an {@link App}. */
export interface AppProps extends cdk8s.AppProps {
  /**
   * Whether the topology is held to the rules, and every object to the schema of its API.
   *
   * What constructs say of themselves, cycles of dependencies, and objects or files of one name end the run in any case.
   *
   * @default true
   */
  readonly validate?: boolean;
}

/**
 * A cdk8s app that checks everything before it writes anything.
 *
 * `synth` collects all faults of a run and throws them as one error; then the output folder is as it was. What it writes
 * is the same for the same constructs, in whatever order a program made them. Manifests that an earlier run wrote and this
 * one does not are removed; other files of the output folder stay.
 */
export class App extends cdk8s.App {
  private readonly validates: boolean;
  private readonly recordsMetadata: boolean;

  constructor(props: AppProps = {}) {
    super(props);
    Object.defineProperty(this, CHECKS_FINDINGS, { value: true });
    this.validates = props.validate ?? true;
    this.recordsMetadata = props.recordConstructMetadata ?? process.env.CDK8S_RECORD_CONSTRUCT_METADATA === 'true';
  }

  /**
   * The charts, each after those that it depends on, otherwise by path.
   * @throws FindingsError if dependencies lead in a circle
   */
  override get charts(): cdk8s.Chart[] {
    const { charts, cycles } = orderApp(this);
    if (cycles.length > 0) throw new FindingsError(cycles);
    return charts.map(({ chart }) => chart);
  }

  /**
   * Writes all manifests to the output folder.
   * @throws FindingsError if there is an error; the output folder is as it was
   */
  override synth(): void {
    const synthesis = new Synthesis(this, this.validates);
    const output = new Output(this.outdir, {
      extension: this.outputFileExtension,
      hasChartFolders: this.yamlOutputType === cdk8s.YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE,
    });
    try {
      this.write(synthesis, output);
      this.warn(synthesis.conclude());
      this.announce(output.commit());
    } finally {
      output.discard();
    }
  }

  /**
   * All manifests as one text. Nothing is written.
   * @throws FindingsError if there is an error
   */
  override synthYaml(): string {
    const synthesis = new Synthesis(this, this.validates);
    const texts = Array.from(synthesis.documents(), ({ text }) => text);
    this.warn(synthesis.conclude());
    return texts.join(DOCUMENT_SEPARATOR);
  }

  /** Tells warnings, by default on standard error. Override it to tell them elsewhere. */
  protected warn(findings: readonly Finding[]): void {
    if (findings.length > 0) process.stderr.write(`${formatFindings(findings)}\n`);
  }

  /** Tells what became of the output folder, by default which manifests were removed, on standard error. */
  protected announce({ removed }: Changes): void {
    for (const file of removed) process.stderr.write(`removed ${file}: it is no longer described\n`);
  }

  private write(synthesis: Synthesis, output: Output): void {
    const names = new FileNames(this.yamlOutputType, this.outputFileExtension, synthesis.order);
    const objects: cdk8s.ApiObject[] = [];
    let current: FileName | undefined;
    for (const document of synthesis.documents()) {
      const { file, owner } = names.of(document);
      const isFirst = file !== current?.file || owner !== current.owner;
      const rival = isFirst ? output.begin(file, owner) : undefined;
      if (rival !== undefined) {
        synthesis.note([fileClash(document, file, owner, rival)]);
        continue;
      }
      output.write(isFirst ? document.text : DOCUMENT_SEPARATOR + document.text);
      current = { file, owner };
      if (this.recordsMetadata) objects.push(document.object);
    }
    if (!this.recordsMetadata) return;
    output.begin(METADATA_FILE, '');
    output.write(constructMetadata(objects));
  }
}

function fileClash({ object }: SynthesizedDocument, file: string, owner: string, rival: string): Finding {
  return faultFinding({
    rule: 'one-writer-a-file',
    path: object.node.path,
    field: 'file',
    given: file,
    message: `${owner} and ${rival} would write the same file.`,
    remedy: 'Name one of the two differently, or choose a yamlOutputType with a file or a folder per chart.',
  });
}
