import type { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { faultFinding, FindingsError, type Finding } from '../check/finding';
import { ConstructJudge } from '../constructs/construct-judge';
import { Site } from '../constructs/site';
import { orderApp, type OrderedApp, type OrderedChart } from './order';
import { toYaml, UnwritableValueError } from './yaml';

/** An object of the app in its final form. */
export interface SynthesizedDocument {
  readonly chart: Chart;
  readonly object: ApiObject;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
  readonly text: string;
}

/** One run over an app: its documents in order, and all that is wrong. */
export class Synthesis {
  readonly order: OrderedApp;
  private readonly judge: ConstructJudge;

  /** @param validate whether the rules and the schemas are asked */
  constructor(root: IConstruct, validate: boolean) {
    this.judge = new ConstructJudge(validate ? 'everything' : 'identities');
    this.order = orderApp(root);
    this.note(this.order.cycles);
    for (const construct of this.order.constructs) this.hear(construct);
  }

  /** The documents, one by one: what was written need not be kept. */
  *documents(charts: readonly OrderedChart[] = this.order.charts): Generator<SynthesizedDocument> {
    for (const { chart, objects } of charts) {
      const site = Site.find(chart);
      for (const object of objects) {
        const manifest = this.judge.take(object, site);
        const text = manifest === undefined ? undefined : this.text(object, manifest);
        if (text !== undefined) yield { chart, object, ...nameOf(manifest), text };
      }
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
    const messages = construct.node.validate();
    for (const message of messages) this.judge.note(invalid(construct, message), Site.find(construct));
  }

  private text({ node: { path } }: ApiObject, manifest: unknown): string | undefined {
    try {
      return toYaml(manifest);
    } catch (error) {
      if (!(error instanceof UnwritableValueError)) throw error;
      const { field, given, allowed, message } = error;
      this.note([faultFinding({ rule: 'is-json', path, field, given, allowed, message: `${message}.` })]);
      return undefined;
    }
  }
}

/** What files are named after. */
function nameOf(manifest: unknown): Pick<SynthesizedDocument, 'kind' | 'name' | 'namespace'> {
  const { kind, metadata } = manifest as { readonly kind: string; readonly metadata?: Metadata };
  const namespace = metadata?.namespace;
  return { kind, name: String(metadata?.name), ...(typeof namespace === 'string' && { namespace }) };
}

interface Metadata {
  readonly name?: unknown;
  readonly namespace?: unknown;
}

function invalid({ node: { path } }: IConstruct, message: string): Finding {
  return faultFinding({ rule: 'construct-is-valid', path, message });
}
