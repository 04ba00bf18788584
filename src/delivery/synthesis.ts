import type { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { Site } from '../constructs/site';
import { findingsOf } from '../constructs/topology';
import { FindingsError, type Finding } from '../rules/finding';
import { Identities, type Identity } from './identities';
import { orderApp, type OrderedApp } from './order';
import { schemaFindings } from './schema-findings';
import { toYaml, UnwritableValueError } from './yaml';

/** An object of the app in its final form. */
export interface SynthesizedDocument {
  readonly chart: Chart;
  readonly object: ApiObject;
  readonly kind: string;
  readonly name: string;
  readonly text: string;
}

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata?: { readonly name?: unknown; readonly namespace?: unknown };
}

/** One run over an app: its documents in order, and all that is wrong. */
export class Synthesis {
  readonly order: OrderedApp;
  private readonly findings: Finding[] = [];
  private readonly faults = new Map<string, Set<string>>();
  private readonly identities = new Identities();

  /** @param validate whether the rules and the schemas are asked */
  constructor(
    root: IConstruct,
    private readonly validate: boolean,
  ) {
    this.order = orderApp(root);
    this.note(this.order.cycles);
    for (const construct of this.order.constructs) this.note(messagesOf(construct));
    if (validate) this.note(findingsOf(this.order.constructs));
  }

  /** The documents, one by one: what was written need not be kept. */
  *documents(): Generator<SynthesizedDocument> {
    for (const { chart, objects } of this.order.charts) {
      const cluster = clusterOf(chart);
      for (const object of objects) {
        const document = this.document(cluster, chart, object);
        if (document) yield document;
      }
    }
  }

  /** Notes what is wrong. */
  note(findings: readonly Finding[]): void {
    for (const finding of findings) {
      this.findings.push(finding);
      if (finding.severity === 'error') this.noteFault(finding);
    }
  }

  /**
   * The warnings of the run.
   * @throws FindingsError with all findings, if one is an error
   */
  conclude(): readonly Finding[] {
    if (this.faults.size > 0) throw new FindingsError(this.findings);
    return this.findings;
  }

  private document(cluster: string, chart: Chart, object: ApiObject): SynthesizedDocument | undefined {
    try {
      const manifest = object.toJson() as Manifest;
      if (this.validate) this.note(schemaFindings(object, manifest));
      const { apiVersion, kind, metadata } = manifest;
      const name = String(metadata?.name);
      const namespace = typeof metadata?.namespace === 'string' ? metadata.namespace : '';
      this.noteTwin(object, { cluster, apiVersion, kind, namespace, name });
      return { chart, object, kind, name, text: toYaml(manifest) };
    } catch (error) {
      this.noteFailure(object.node.path, error);
      return undefined;
    }
  }

  /** Two objects of one group, kind, namespace and name would overwrite each other in a Kubernetes cluster. */
  private noteTwin(object: ApiObject, identity: Identity): void {
    const twin = this.identities.claim(object, identity);
    const { path } = object.node;
    if (!twin || this.faults.get(path)?.has('unique-name')) return;
    this.note([twinFinding(path, twin.node.path, identity)]);
  }

  private noteFailure(path: string, error: unknown): void {
    if (error instanceof UnwritableValueError) {
      const { field, given, allowed, message } = error;
      this.note([{ rule: 'is-json', severity: 'error', path, field, given, allowed, message: `${message}.` }]);
    } else if (!this.faults.has(path)) {
      const message = error instanceof Error ? error.message : String(error);
      this.note([{ rule: 'is-writable', severity: 'error', path, message }]);
    }
  }

  private noteFault({ path, rule }: Finding): void {
    const known = this.faults.get(path);
    if (known) known.add(rule);
    else this.faults.set(path, new Set([rule]));
  }
}

/** The Kubernetes cluster that a chart is for. Charts outside a site are taken to be for one. */
function clusterOf(chart: Chart): string {
  return Site.find(chart)?.kubernetesCluster ?? '';
}

/** What a construct says of itself when it is asked to validate. */
function messagesOf({ node }: IConstruct): Finding[] {
  return node
    .validate()
    .map((message) => ({ rule: 'construct-is-valid', severity: 'error', path: node.path, message }));
}

function twinFinding(path: string, twin: string, { kind, name, namespace }: Identity): Finding {
  return {
    rule: 'unique-object',
    severity: 'error',
    path,
    field: 'metadata.name',
    given: name,
    message: `${twin} is the ${kind} "${name}"${namespace === '' ? '' : ` of namespace "${namespace}"`} already.`,
    remedy: 'Name one of the two differently, or remove it.',
  };
}
