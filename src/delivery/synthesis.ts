import type { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { faultFinding, FindingsError, type Finding } from '../check/finding';
import { ConstructJudge } from '../constructs/construct-judge';
import { isDoubted } from '../constructs/doubts';
import { Site } from '../constructs/site';
import type { GitOps } from './git-ops';
import { Handover } from './handover';
import type { MadeObject } from './made-object';
import { orderApp, type OrderedApp, type OrderedChart } from './order';
import { toYaml, UnwritableValueError } from './yaml';

/** An object of the app in its final form. */
export interface SynthesizedDocument {
  readonly chart: Chart;
  readonly object: ApiObject;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | undefined;
  readonly text: string;
  /** The folder that the object is for; absent: the output folder. */
  readonly folder: string | undefined;
}

/** A file beside the documents. */
export interface SynthesizedFile {
  /** Relative to the output folder. */
  readonly file: string;
  readonly text: string;
}

/** One run over an app: its documents in order, and all that is wrong. */
export class Synthesis {
  readonly order: OrderedApp;
  private readonly judge: ConstructJudge;
  private readonly handover: Handover | undefined;

  /**
   * @param validate whether the rules and the schemas are asked
   * @param handing who brings the manifests to their clusters; absent: nobody is told
   */
  constructor(root: IConstruct, validate: boolean, handing?: { readonly gitOps: GitOps; readonly outdir: string }) {
    this.judge = new ConstructJudge(validate ? 'everything' : 'identities');
    this.order = orderApp(root);
    // What a tool would be told by props that are not what the program meant would be told as a second fault.
    this.handover = handing && !isDoubted(root) ? new Handover(handing.gitOps, this.order, handing.outdir) : undefined;
    this.note(this.order.cycles);
    for (const construct of this.order.constructs) this.hear(construct);
  }

  /** The documents, one by one: what was written need not be kept. */
  *documents(charts: readonly OrderedChart[] = this.order.charts): Generator<SynthesizedDocument> {
    const objects = this.objects(charts);
    for (const { chart, object, site, made, folder } of this.handover?.objects(objects) ?? objects) {
      this.judge.takeMade(object, made, site);
      const text = this.text(() => object.node.path, made.manifest);
      if (text !== undefined) yield documentOf({ chart, object, folder }, made.manifest, text);
    }
  }

  /** Files beside the documents, once these are all there. */
  *files(): Generator<SynthesizedFile> {
    for (const { finding, site } of this.handover?.findings ?? []) this.judge.note(finding, site);
    for (const { file, manifest } of this.handover?.files ?? []) {
      this.judge.takeFile(file, manifest);
      const text = this.text(() => file, manifest);
      if (text !== undefined) yield { file, text };
    }
  }

  /** Notes what is wrong. */
  note(findings: readonly Finding[]): void {
    for (const finding of findings) this.judge.note(finding);
  }

  /**
   * The warnings of the run.
   * @throws FindingsError with all findings, if one is an error
   */
  conclude(): readonly Finding[] {
    const { findings, waived } = this.judge.conclude();
    if (findings.some(({ severity }) => severity === 'error')) throw new FindingsError(findings, waived.length);
    return findings;
  }

  /** What a construct says of itself: what it noted, and what it answers when it is asked to validate. */
  private hear(construct: IConstruct): void {
    this.judge.hear(construct, (each) => Site.find(each));
    for (const message of messagesOf(construct)) this.judge.note(invalid(construct, message), Site.find(construct));
  }

  /** The objects in order, each made when it is asked for. */
  private *objects(charts: readonly OrderedChart[]): Generator<MadeObject> {
    for (const { chart, objects } of charts) {
      const site = Site.find(chart);
      for (const object of objects) {
        const made = this.judge.make(object, site);
        if (made) yield { chart, object, site, made };
      }
    }
  }

  private text(pathOf: () => string, manifest: unknown): string | undefined {
    try {
      return toYaml(manifest);
    } catch (error) {
      if (!(error instanceof UnwritableValueError)) throw error;
      const { field, given, allowed } = error;
      const message = 'The value cannot be written as JSON, and so as no manifest.';
      const remedy = `Give ${allowed}, or leave it out.`;
      this.note([faultFinding({ rule: 'is-json', path: pathOf(), field, given, allowed, message, remedy })]);
      return undefined;
    }
  }
}

function documentOf(
  of: Pick<SynthesizedDocument, 'chart' | 'object' | 'folder'>,
  manifest: unknown,
  text: string,
): SynthesizedDocument {
  // A patch may leave anything, which the judge tells.
  const { kind, metadata } = (manifest ?? {}) as {
    readonly kind?: unknown;
    readonly metadata?: { readonly name?: unknown; readonly namespace?: unknown };
  };
  const namespace = typeof metadata?.namespace === 'string' ? metadata.namespace : undefined;
  const { chart, object, folder } = of;
  return { chart, object, folder, kind: String(kind), name: String(metadata?.name), namespace, text };
}

/** What a construct has against itself. A validation that throws is the reader's to mend, and others have something to say too. */
function messagesOf({ node }: IConstruct): readonly string[] {
  try {
    return node.validate();
  } catch (error) {
    return [`A validation of it ended with: ${error instanceof Error ? error.message : String(error)}`];
  }
}

function invalid({ node: { path } }: IConstruct, message: string): Finding {
  return faultFinding({ rule: 'construct-is-valid', path, message });
}
