import type { ConnectArtifact, ConnectBuild, ConnectRecord } from '../../model/connect';
import type { Config } from '../../model/resource';
import { codec, defined, sorted, type Codec } from './codec';
import { FILES_SHAPE, movedFiles, plainFiles, readFiles, writeFiles, type FilesForm } from './connect-files';
import { ENDPOINT_SHAPE, readEndpoint, writeEndpoint } from './endpoint';
import { JMX_SHAPE, readJmx, writeJmx } from './jmx';
import { CONNECT_OBJECTS, readObjects } from './made-objects';
import { readTemplate } from './pod-template';
import { withUsualNames } from './mirror-maker-2-parts';
import { POD_SHAPES, readResources, withPlainResources, writeResources } from './pods';
import { readRack } from './rack';
import type { Fitting, Shape } from './shape';
import { readTracing } from './tracing';
import { equal } from './values';
import { plainWorkload, readWorkload, WORKLOAD_SHAPE, writeWorkload, type WorkloadForm } from './workload';
import type { Named, VersionOf, Wire } from './wire';

const BUILD = {
  output: {
    type: 'text',
    image: 'text',
    pushSecret: 'text',
    additionalBuildOptions: ['text'],
    additionalPushOptions: ['text'],
    additionalKanikoOptions: ['text'],
  },
  resources: POD_SHAPES.resources,
  plugins: [
    {
      name: 'text',
      artifacts: [
        {
          type: 'text',
          url: 'text',
          sha512sum: 'text',
          fileName: 'text',
          group: 'text',
          artifact: 'text',
          version: 'text',
          repository: 'text',
        },
      ],
    },
  ],
} as const satisfies Shape;
const SHAPE = {
  spec: {
    version: 'text',
    replicas: 'number',
    image: 'text',
    ...ENDPOINT_SHAPE,
    groupId: 'text',
    configStorageTopic: 'text',
    offsetStorageTopic: 'text',
    statusStorageTopic: 'text',
    config: { '*': 'scalar' },
    resources: POD_SHAPES.resources,
    ...WORKLOAD_SHAPE,
    ...JMX_SHAPE,
    rack: { topologyKey: 'text' },
    tracing: { type: 'text' },
    ...FILES_SHAPE,
    build: BUILD,
  },
} as const satisfies Shape;

type WireSpec = NonNullable<Fitting<typeof SHAPE>['spec']>;
type WireBuild = Fitting<typeof BUILD>;

/** How an API version spells a KafkaConnect. */
export interface ConnectForm {
  /** Where it names what workers keep to themselves. */
  readonly names: 'fields' | 'config';
  readonly files: FilesForm;
  readonly workload: WorkloadForm;
}

/** The annotation that says that connectors are objects of their own. */
const CONNECTOR_RESOURCES = 'strimzi.io/use-connector-resources';

/** Replicas where the object says nothing. */
const USUAL_REPLICAS = 3;

/** The keys of the workers' configuration that name what they keep to themselves. */
const NAMES = {
  groupId: 'group.id',
  configStorageTopic: 'config.storage.topic',
  offsetStorageTopic: 'offset.storage.topic',
  statusStorageTopic: 'status.storage.topic',
} as const;
type Name = keyof typeof NAMES;
const FIELDS = Object.keys(NAMES) as Name[];

/**
 * What operators call these things where nobody names them; from 1.0 on somebody has to. Workers of several Connects that
 * share them disturb each other.
 */
const USUAL_NAMES: Readonly<Record<Name, string>> = {
  groupId: 'connect-cluster',
  configStorageTopic: 'connect-cluster-configs',
  offsetStorageTopic: 'connect-cluster-offsets',
  statusStorageTopic: 'connect-cluster-status',
};

/** KafkaConnect. */
export function connectCodec<T extends Wire<T, typeof SHAPE, Lacks>, Lacks extends string = never>(
  apiVersion: VersionOf<T>,
  form: ConnectForm,
): Codec<ConnectRecord> {
  return codec<ConnectRecord, typeof SHAPE, Named>({
    apiVersion,
    kind: 'KafkaConnect',
    shape: SHAPE,
    marks: ({ connectorResources }) => (connectorResources ? { annotations: { [CONNECTOR_RESOURCES]: 'true' } } : {}),
    write: (connect) => ({
      spec: defined({
        version: connect.version,
        replicas: connect.replicas,
        image: connect.image,
        ...writeEndpoint(connect.endpoint),
        ...writeNames(connect, form.names),
        resources: writeResources(connect.resources),
        ...writeWorkload(connect, form.workload),
        ...writeJmx(connect),
        rack: connect.rack && { topologyKey: connect.rack.topologyKey },
        tracing: connect.tracing && { type: connect.tracing },
        ...writeFiles(connect, form.files),
        build: connect.build && writeBuild(connect.build),
      }),
    }),
    read: ({ spec = {} }, { annotations }) =>
      defined({
        version: spec.version,
        replicas: spec.replicas ?? USUAL_REPLICAS,
        image: spec.image,
        endpoint: readEndpoint(spec),
        ...readNames(spec, form.names),
        connectorResources: annotations[CONNECTOR_RESOURCES] === 'true' ? true : undefined,
        ...readJmx(spec),
        rack: readRack(spec.rack),
        tracing: readTracing(spec.tracing),
        ...readFiles(spec),
        resources: readResources(spec.resources),
        ...readWorkload(spec, form.workload),
        ...readTemplate(spec.template),
        objects: readObjects(CONNECT_OBJECTS, spec.template),
        build: spec.build && readBuild(spec.build),
      }),
    plain: ({ spec, ...object }) => ({ ...object, ...(spec && { spec: plainSpec(spec, form) }) }),
    moved: (part) => [movedFiles(part, form.files)],
    agreed,
  });
}

function writeNames(connect: ConnectRecord, form: ConnectForm['names']): Pick<WireSpec, Name | 'config'> {
  const names = defined(Object.fromEntries(FIELDS.map((field) => [field, connect[field]])));
  if (form === 'fields') return defined({ ...USUAL_NAMES, ...names, config: sorted(connect.config) });
  const entries = Object.entries(names).map(([field, name]) => [NAMES[field as Name], name]);
  const config = { ...connect.config, ...(Object.fromEntries(entries) as Config) };
  return entries.length > 0 || connect.config ? { config: sorted(config) } : {};
}

/** The usual names are what operators take where nobody names any. */
function readNames(spec: WireSpec, form: ConnectForm['names']): Pick<ConnectRecord, Name | 'config'> {
  const { config } = spec;
  if (form === 'fields') {
    const named = FIELDS.filter((field) => spec[field] !== USUAL_NAMES[field]);
    return defined({ ...Object.fromEntries(named.map((field) => [field, spec[field]])), config: sorted(config) });
  }
  if (!config) return {};
  const left = { ...config };
  const names: Partial<Record<Name, string>> = {};
  for (const field of FIELDS) {
    const name = config[NAMES[field]];
    if (typeof name !== 'string') continue;
    names[field] = name;
    Reflect.deleteProperty(left, NAMES[field]);
  }
  const isAllNames = Object.keys(left).length === 0 && Object.keys(names).length > 0;
  return { ...names, ...(!isAllNames && { config: sorted(left) ?? {} }) };
}

function plainSpec(spec: WireSpec, { names, files, workload }: ConnectForm): WireSpec {
  const replicas = spec.replicas ?? USUAL_REPLICAS;
  const whole = plainWorkload(withPlainResources(defined({ ...spec, replicas })), workload);
  const named = names === 'config' ? withNamesInConfig(whole) : whole;
  return files === 'externalConfiguration' ? plainFiles(named) : named;
}

/** Names that fields give where later releases of the API have them; usual names say nothing. */
function withNamesInConfig(spec: WireSpec): WireSpec {
  const { groupId, configStorageTopic, offsetStorageTopic, statusStorageTopic, ...others } = spec;
  const fields = defined({ groupId, configStorageTopic, offsetStorageTopic, statusStorageTopic });
  const entries = Object.entries(fields).map(([field, name]) => [NAMES[field as Name], name]);
  const config = { ...spec.config, ...(Object.fromEntries(entries) as Config) };
  const kept = Object.entries(config).filter(([key, value]) => USUAL.get(key) !== value);
  if (entries.length === 0 && kept.length === Object.keys(config).length) return spec;
  const { config: _, ...bare } = others;
  return kept.length > 0 ? { ...bare, config: Object.fromEntries(kept) } : bare;
}

const USUAL: ReadonlyMap<string, string> = new Map(FIELDS.map((field) => [NAMES[field], USUAL_NAMES[field]]));

function writeBuild({ output, resources, plugins }: ConnectBuild): WireBuild {
  const { buildOptions, pushOptions, kanikoOptions, ...others } = output;
  return defined({
    output: defined({
      type: others.type,
      image: others.image,
      pushSecret: others.pushSecret,
      additionalBuildOptions: buildOptions && [...buildOptions],
      additionalPushOptions: pushOptions && [...pushOptions],
      additionalKanikoOptions: kanikoOptions && [...kanikoOptions],
    }),
    resources: writeResources(resources),
    plugins: plugins.map(({ name, artifacts }) => ({ name, artifacts: artifacts.map(inOrder) })),
  });
}

function readBuild({ output = {}, resources, plugins = [] }: WireBuild): ConnectBuild {
  return defined({
    output: defined({
      pushSecret: output.pushSecret,
      type: (output.type ?? 'docker') as ConnectBuild['output']['type'],
      image: output.image ?? '',
      buildOptions: output.additionalBuildOptions,
      pushOptions: output.additionalPushOptions,
      kanikoOptions: output.additionalKanikoOptions,
    }),
    resources: readResources(resources),
    plugins: plugins.map(({ name = '', artifacts = [] }) => ({
      name,
      artifacts: artifacts.map((artifact) => inOrder({ ...artifact, type: artifactType(artifact.type) })),
    })),
  });
}

function artifactType(type: string | undefined): ConnectArtifact['type'] {
  return (type ?? 'other') as ConnectArtifact['type'];
}

/** The fields of an artifact that the model knows, in a fixed order: model and object have the same words. */
function inOrder({
  type,
  url,
  sha512sum,
  fileName,
  group,
  artifact,
  version,
  repository,
}: ConnectArtifact): ConnectArtifact {
  return defined({ type, url, sha512sum, fileName, group, artifact, version, repository });
}

/** The order of variables and files means nothing here, and an API that has them at two places cannot keep it. */
function agreed(connect: ConnectRecord, other: ConnectRecord): ConnectRecord {
  const { env, volumes } = other;
  return {
    ...withUsualNames(connect, other, USUAL_NAMES),
    ...(env && haveSame(connect.env, env) && { env }),
    ...(volumes && haveSame(connect.volumes, volumes) && { volumes }),
  };
}

function haveSame(one: readonly unknown[] | undefined, other: readonly unknown[]): boolean {
  return one?.length === other.length && other.every((item) => one.some((each) => equal(each, item)));
}
