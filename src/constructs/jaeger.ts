import type { Construct } from 'constructs';
import type { TracingDialect } from '../dialects/dialect';
import type { TracingDialectName } from '../dialects/dialect-names';
import { traceTargetFor, type TracedProgram } from '../wiring/trace-target';
import type { Unreachable } from '../wiring/unreachable';
import { doubt, isDoubted } from './doubts';
import { noteFault } from './faults';
import { Exposure } from './exposure';
import { held, holdCalls } from './held';
import { hostFault } from './host-fault';
import type { Overrides } from './overrides';
import { Resource, siteOf, type ResourceProps } from './resource';
import type { Resources } from '../model/resource';
import type { TraceBuffer, TraceTarget, TracingBackendRecord } from '../model/tracing';
import { bufferOf, type TopicBufferProps } from './trace-buffer';
import { processingOf, type TraceProcessingProps } from './trace-processing';
import { TraceStorage } from './trace-storage';
import { Sampler, type ITracing } from './tracing';

/** Properties of a {@link Jaeger}. */
export interface JaegerProps extends ResourceProps, TraceProcessingProps {
  /**
   * The operator that runs it: the Jaeger operator (Jaeger v1) or the OpenTelemetry operator (Jaeger v2).
   * @default - what the release's time has
   */
  readonly operator?: TracingDialectName;
  /**
   * `allInOne`: one process; `production`: collector and query apart; `streaming`: Kafka between the collector and an
   * ingester, which stores.
   * @default allInOne
   */
  readonly strategy?: TracingBackendRecord['strategy'];
  /**
   * Where traces are kept.
   * @default - TraceStorage.memory(): traces are gone with the pod
   */
  readonly storage?: TraceStorage;
  /**
   * The container image, with a tag or a digest.
   * @default - a pinned Jaeger v2; with Jaeger v1, the operator's own
   */
  readonly image?: string;
  /**
   * What Jaeger logs, such as `debug` or `info`.
   * @default - Jaeger's own
   */
  readonly logLevel?: string;
  /**
   * How the agents of a Jaeger v1 run.
   * @default - as sidecars
   */
  readonly agent?: NonNullable<TracingBackendRecord['agent']>;
  /**
   * Whether the user interface is reachable from outside, known at once. Jaeger v2 asks nobody for a password.
   * @default true
   */
  readonly exposed?: boolean;
  /**
   * Host of the user interface.
   * @default - the platform chooses, where it can
   */
  readonly host?: string;
  /**
   * CPU and memory of each pod, agents aside.
   * @default - not said
   */
  readonly resources?: Resources;
  /**
   * Annotations of the Jaeger pods.
   * @default - none
   */
  readonly podAnnotations?: Readonly<Record<string, string>>;
  /**
   * Kafka between collector and ingester; the `streaming` strategy needs it. A topic says the address, the CA, the user
   * and its rights; for a cluster that nobody here describes, all of that is given.
   * @default - none
   */
  readonly buffer?: TopicBufferProps | TraceBuffer;
  /**
   * Pods of the collector, 1 at least.
   * @default - the operator's, which may scale them
   */
  readonly replicas?: number;
  /**
   * Whether a Jaeger v2 also takes what Jaeger clients send. Jaeger v1 always does.
   * @default false
   */
  readonly jaegerClients?: boolean;
  /**
   * Which spans the programs keep that send to it.
   * @default Sampler.always()
   */
  readonly sampler?: Sampler;
  /**
   * What stands in the Jaeger or OpenTelemetryCollector over what the library writes, in the words of the release's API.
   * @default - nothing
   */
  readonly overrides?: Overrides<'Jaeger'>;
}

/** A Jaeger that receives, keeps and shows the traces of a pipeline. */
export class Jaeger extends Resource<TracingBackendRecord> implements ITracing {
  static {
    holdCalls(this, 'Jaeger');
  }

  readonly sampler: Sampler;
  private readonly settings: JaegerProps;
  private readonly dialect: TracingDialect;
  private readonly buffer: (() => TraceBuffer) | undefined;

  constructor(scope: Construct, id: string, props: JaegerProps = {}) {
    [scope, id, props] = held('Jaeger', [scope, id, props], new.target === Jaeger);
    const dialect = siteOf(scope).release.tracingDialect(props.operator);
    super(scope, id, { noun: 'tracingBackend', entry: dialect.tracingBackend }, props);
    this.settings = props;
    this.dialect = dialect;
    this.sampler = props.sampler ?? Sampler.always();
    this.buffer = props.buffer && bufferOf(this, props.buffer);
    for (const { name } of dialect.parts(this.whole).slice(1)) new JaegerPart(this, name, dialect.tracingBackend);
    this.expose();
    this.checkHost();
    const fault = hostFault(props.host);
    if (fault) noteFault(this, { rule: 'prop-value', field: 'host', ...fault });
  }

  targetFor(program: TracedProgram): TraceTarget | Unreachable {
    return traceTargetFor({ site: this.site, endpoints: this.dialect.endpoints(this.whole) }, program);
  }

  /** The parts of a Jaeger v2 are objects of their own; this is the first of them. */
  toRecord(): TracingBackendRecord {
    return this.partOf(this.name);
  }

  /** @internal */
  partOf(name: string): TracingBackendRecord {
    const { whole } = this;
    return this.dialect.parts(whole).find((part) => part.name === name) ?? whole;
  }

  private get whole(): TracingBackendRecord {
    const { settings } = this;
    return {
      ...this.identity(),
      strategy: settings.strategy ?? 'allInOne',
      storage: (settings.storage ?? TraceStorage.memory()).record,
      ...opened(settings),
      ...(settings.image !== undefined && { image: settings.image }),
      ...(settings.logLevel !== undefined && { logLevel: settings.logLevel }),
      ...(settings.agent && { agent: settings.agent }),
      ...(this.buffer && { buffer: this.buffer() }),
      ...(settings.replicas !== undefined && { replicas: settings.replicas }),
      ...(settings.jaegerClients !== undefined && { jaegerClients: settings.jaegerClients }),
      ...(settings.resources && { resources: settings.resources }),
      ...(settings.podAnnotations && { podAnnotations: settings.podAnnotations }),
      ...processingOf(settings),
    };
  }

  private checkHost(): void {
    const { host } = this.settings;
    const { platform, release } = this.site;
    if (host === undefined || this.dialect.takesHost(platform.name)) return;
    noteFault(this, {
      rule: 'release-says-field',
      field: 'spec.ingress.hosts',
      given: host,
      allowed: 'no host',
      message: `The Jaeger operator beside ${release.name} leaves the host of a Route to OpenShift.`,
      remedy: 'Leave it out, or make a Route of your own and set exposed: false.',
    });
  }

  /** Where the operator opens nothing for browsers itself. */
  private expose(): void {
    const { exposed = true, host } = this.settings;
    const { query } = this.dialect.endpoints(this.whole);
    if (!exposed || !query) return;
    new Exposure(this, `${this.name}-ui`, {
      service: query.service,
      port: query.port,
      // What is no host is told of the Jaeger.
      ...(host !== undefined && !hostFault(host) && { host }),
      resourceName: this.name,
    });
  }
}

/** What browsers find. */
function opened({ exposed = true, host }: JaegerProps): Pick<TracingBackendRecord, 'exposed' | 'hosts'> {
  return { exposed, ...(host !== undefined && { hosts: [host] }) };
}

/** A part of a Jaeger that is an object of its own. */
class JaegerPart extends Resource<TracingBackendRecord> {
  constructor(
    private readonly jaeger: Jaeger,
    partName: string,
    entry: TracingDialect['tracingBackend'],
  ) {
    super(jaeger, partName, { noun: 'tracingBackend', entry });
    if (isDoubted(jaeger)) doubt(this);
  }

  toRecord(): TracingBackendRecord {
    return this.jaeger.partOf(this.name);
  }
}
