import { ApiObject, resolve, type ApiObjectMetadata, type JsonPatch } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import { lossesWith } from '../check/losses';
import { isAbsent, type Absent, type Entry, type Limit, type Manifest } from '../dialects/common/codec';
import type { Described } from '../dialects/read';
import { DNS_SUBDOMAIN, type NameRule } from '../model/names';
import type { ResourceRecord } from '../model/resource';
import { NOUNS, type Noun } from '../model/nouns';
import { isDoubted } from './doubts';
import { faultsOf, noteFault } from './faults';
import { holdCalls, tellFaults } from './held';
import { freeResourceId, noteWantedId, resourceId } from './ids';
import { isMarksOnly, metadataJson } from './object-metadata';
import { merged } from './merge';
import type { AnyOverrides } from './overrides';
import { pauseAnnotations, type PausableProps } from './pausable';
import { patched, patchedFields, touches } from './patches';
import { Site } from './site';
import { withoutTokens } from './tokens';
import type { Writer, Written } from './written';

/** What every resource takes of the object that carries it. */
export interface ResourceProps {
  /**
   * Name of the Kubernetes object, known at once.
   * @default - the construct's id
   */
  readonly resourceName?: string;
  /**
   * Labels of the object.
   * @default - those that the library needs
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Annotations of the object.
   * @default - those that the library needs
   */
  readonly annotations?: Readonly<Record<string, string>>;
  /**
   * What stands in the manifest over what the library writes: whatever has no prop, in the words of the API that the
   * site's release speaks. It is merged last, before JSON patches, and judged like everything else.
   * @default - nothing
   * @see Overrides
   */
  readonly overrides?: AnyOverrides;
}

/** How a kind of resource appears in the tree. */
export interface ResourceKind<M extends ResourceRecord> {
  /** What the resource is. */
  readonly noun: Noun;
  /** How the release of the site spells it, or why it does not. */
  readonly entry: Entry<M>;
  /** @default a DNS-1123 subdomain */
  readonly nameRule?: NameRule;
  /**
   * Namespace of the object.
   * @default - the site's
   */
  readonly namespace?: string;
  /**
   * Whether the object is in no namespace.
   * @default false
   */
  readonly clusterScoped?: boolean;
  /**
   * Annotations that ask its operator for something.
   * @default - none
   */
  readonly asks?: Readonly<Record<string, string>>;
}

/**
 * A resource of a topology: a cdk8s `ApiObject` that is written from a record of the model when the app is synthesized,
 * so that what is granted or added later is in it.
 */
export abstract class Resource<M extends ResourceRecord> extends ApiObject implements Writer {
  static {
    holdCalls(this, 'Resource');
  }

  /** The site that the resource is at. */
  readonly site: Site;
  /** What the resource is. */
  readonly noun: Noun;
  private readonly entry: Entry<M>;
  private readonly clusterScoped: boolean;
  private readonly overrides: AnyOverrides | undefined;
  private ops: readonly JsonPatch[] = NO_OPS;

  protected constructor(
    scope: Construct,
    id: string,
    kind: ResourceKind<M>,
    props: ResourceProps & PausableProps = {},
  ) {
    const { entry, noun } = kind;
    const type = isAbsent(entry) ? NOWHERE : entry;
    const objectName = props.resourceName ?? id;
    const ownId = resourceId(noun, id);
    const taken = scope.node.tryFindChild(ownId);
    super(scope, taken ? freeResourceId(scope, noun, ownId) : ownId, {
      apiVersion: type.apiVersion,
      kind: type.kind,
      metadata: metadataOf(objectName, kind, props),
    });
    this.site = siteOf(scope);
    this.noun = noun;
    this.entry = entry;
    this.clusterScoped = kind.clusterScoped ?? false;
    this.overrides = props.overrides;
    if (taken) noteWantedId(this, ownId);
    tellFaults(this, props);
    if (isResource(taken) && taken.noun === noun) this.noteTwin(objectName, taken);
    if (isAbsent(entry)) this.noteAbsence(entry);
    this.checkName(objectName, kind.nameRule ?? DNS_SUBDOMAIN);
  }

  /** What the resource is, in the library's own words. */
  abstract toRecord(): M;

  override addJsonPatch(...ops: JsonPatch[]): void {
    this.ops = [...this.ops, ...ops];
  }

  override toJson(): Manifest {
    return this.written().manifest;
  }

  /** @internal */
  written(): Written {
    const codec = this.entry;
    if (isAbsent(codec)) throw new Error(`${this.node.path}: ${codec.absent}`);
    if (isDoubted(this)) throw new Error(`${this.node.path}: its props are faulty, which the judge tells`);
    const metadata = metadataJson(this.metadata);
    if (this.clusterScoped) delete metadata.namespace;
    const record = marked(withoutTokens(this.toRecord(), this), metadata);
    const manifest = codec.write(record);
    const { ops, overrides, site } = this;
    const isUntouched = ops.length === 0 && !overrides && !site.hasOwnResolvers && isMarksOnly(metadata);
    if (isUntouched) return { manifest, record, says: { noun: this.noun, record } as unknown as Described };
    const { labels, annotations } = manifest.metadata;
    manifest.metadata = { ...metadata, ...(labels && { labels }), ...(annotations && { annotations }) };
    const whole = overrides ? merged(manifest, withoutTokens(overrides, this)) : { manifest, fields: [] };
    const resolved = (site.hasOwnResolvers ? resolve([], whole.manifest, this) : whole.manifest) as Manifest;
    return {
      manifest: patched(resolved, ops) as Manifest,
      record,
      taken: [...whole.fields, ...patchedFields(ops)],
    };
  }

  /** @internal */
  losses({ record, manifest, says, taken = [] }: Written): readonly Limit[] {
    if (isAbsent(this.entry)) return [];
    const { release, platform } = this.site;
    const described = { noun: this.noun, record } as unknown as Described;
    const untouched = says && manifest;
    const limits = lossesWith(this.entry, described, { release, platform: platform.name }, untouched);
    if (limits.length === 0) return limits;
    const told = new Set(faultsOf(this).map(({ field }) => field));
    return limits.filter(({ field }) => !told.has(field) && !touches(taken, field));
  }

  /** Name, namespace, labels and annotations, for the record. */
  protected identity(): Pick<ResourceRecord, 'name' | 'namespace'> {
    const { namespace } = this.metadata;
    return { name: this.name, namespace: this.clusterScoped ? undefined : namespace };
  }

  private checkName(name: string, rule: NameRule): void {
    if (rule.isLegal(name)) return;
    noteFault(this, {
      rule: 'legal-name',
      field: 'metadata.name',
      given: name,
      allowed: rule.allowed,
      message: `"${name}" cannot be the name of a ${NOUNS[this.noun]}.`,
      remedy: `Give a legal name: as id or resourceName of the construct, or as name in the data of a team.${
        this.noun === 'topic' ? ' The name within Kafka is topicName.' : ''
      }`,
    });
  }

  private noteTwin(name: string, first: IConstruct): void {
    noteFault(this, {
      rule: 'unique-name',
      field: 'metadata.name',
      given: name,
      allowed: 'a name that no other has',
      message: `There already is a ${NOUNS[this.noun]} "${name}" at ${first.node.path}.`,
      remedy: 'Name one of the two differently, or remove it.',
    });
  }

  private noteAbsence({ absent: why, since, instead }: Absent): void {
    noteFault(this, {
      rule: 'release-has-noun',
      given: NOUNS[this.noun],
      allowed: `a release that has it: ${since}`,
      message: `${this.site.release.name} has no ${NOUNS[this.noun]}: ${why}`,
      remedy: `Name another release at the site${instead === undefined ? '' : `, or take ${instead}`}.`,
    });
  }
}

/** Whether a construct is a resource. (`instanceof` tells no more than that it is an `ApiObject`.) */
export function isResource(construct: IConstruct | undefined): construct is Resource<ResourceRecord> {
  return construct !== undefined && 'noun' in construct && ApiObject.isApiObject(construct);
}

/** The site of a scope. Resources know theirs: no walk up the tree. */
export function siteOf(scope: IConstruct): Site {
  return isResource(scope) ? scope.site : Site.of(scope);
}

/** Most resources are not patched. */
const NO_OPS: readonly JsonPatch[] = [];

/** Type of an object that cannot be written: its run ends with findings. */
const NOWHERE = { apiVersion: 'cdk8s-strimzi/absent', kind: 'Absent' };

function metadataOf(
  name: string,
  { namespace, asks }: Pick<ResourceKind<ResourceRecord>, 'namespace' | 'asks'>,
  props: ResourceProps & PausableProps,
): ApiObjectMetadata {
  const { labels, annotations: own } = props;
  const pause = pauseAnnotations(props);
  const annotations = pause || asks ? { ...own, ...pause, ...asks } : own;
  if (namespace === undefined && !labels && !annotations) return { name };
  return {
    name,
    ...(namespace !== undefined && { namespace }),
    ...(labels && { labels: { ...labels } }),
    ...(annotations && { annotations: { ...annotations } }),
  };
}

/** The record with the labels and annotations that cdk8s knows of. */
function marked<M extends ResourceRecord>(record: M, { labels, annotations }: Manifest['metadata']): M {
  return labels || annotations ? { ...record, ...(labels && { labels }), ...(annotations && { annotations }) } : record;
}
