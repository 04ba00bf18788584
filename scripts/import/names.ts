import type { Shape, Shapes, UnionShape } from './shapes';

/**
 * Names that a property alone does not give well, by the end of the path where the type is used; `*` is any one
 * property, or the end of its name. A type is named by the entry that fits most of its uses, an earlier one first.
 */
const CHOSEN: readonly (readonly [path: string, name: string])[] = [
  ['Kafka.spec.kafka', 'KafkaClusterSpec'],
  ['Kafka.spec.zookeeper', 'ZookeeperClusterSpec'],
  ['Kafka.spec.entityOperator', 'EntityOperatorSpec'],
  ['Kafka.spec.cruiseControl', 'CruiseControlSpec'],
  ['Kafka.spec.kafkaExporter', 'KafkaExporterSpec'],
  ['Kafka.spec.clusterCa', 'CertificateAuthority'],
  ['Kafka.spec.kafka.authorization', 'KafkaAuthorization'],
  ['Kafka.spec.kafka.quotas', 'BrokerQuotas'],
  ['listeners.external', 'ExternalListener'],
  ['listeners.plain', 'PlainListener'],
  ['listeners.tls', 'TlsListener'],
  ['listeners.configuration', 'ListenerConfiguration'],
  ['listeners.*.configuration', 'ListenerConfiguration'],
  ['listeners.configuration.bootstrap', 'ListenerBootstrap'],
  ['listeners.configuration.brokers', 'ListenerBroker'],
  ['listeners.authentication', 'ListenerAuthentication'],
  ['listeners.*.authentication', 'ListenerAuthentication'],
  ['KafkaUser.spec.authentication', 'UserAuthentication'],
  ['KafkaUser.spec.authorization', 'UserAuthorization'],
  ['KafkaUser.spec.quotas', 'UserQuotas'],
  ['jmxOptions.authentication', 'JmxAuthentication'],
  ['spec.authentication', 'ClientAuthentication'],
  ['acls.resource', 'AclResource'],
  ['KafkaMirrorMaker2.spec.clusters', 'MirrorMaker2Cluster'],
  ['KafkaMirrorMaker2.spec.target', 'MirrorMaker2Target'],
  ['KafkaMirrorMaker2.spec.mirrors', 'MirrorMaker2Mirror'],
  ['mirrors.source', 'MirrorMaker2Source'],
  ['mirrors.sourceConnector', 'MirrorMaker2Connector'],
  ['KafkaMirrorMaker.spec.consumer', 'MirrorMakerConsumer'],
  ['KafkaMirrorMaker.spec.producer', 'MirrorMakerProducer'],
  ['KafkaBridge.spec.http', 'BridgeHttp'],
  ['KafkaBridge.spec.consumer', 'BridgeClient'],
  ['storage.volumes', 'SingleVolumeStorage'],
  ['storage.overrides', 'StorageOverride'],
  ['resources.claims', 'ResourceClaim'],
  ['Kafka.spec.kafka.metricsConfig.valueFrom', 'ConfigMapSource'],
  ['metricsConfig.values', 'MetricsReporterValues'],
  ['volumes.secret', 'SecretVolume'],
  ['volumes.configMap', 'ConfigMapVolume'],
  ['volumes.csi', 'CsiVolume'],
  ['volumes.image', 'ImageVolume'],
  ['secret.items', 'KeyToPath'],
  ['seccompProfile', 'SecurityProfile'],
  ['*Container.env', 'EnvVar'],
  ['*Container.env.valueFrom', 'EnvVarSource'],
  ['KafkaConnect.spec.tls', 'ClientTls'],
  ['KafkaConnect.spec.template', 'KafkaConnectTemplate'],
  ['build.output', 'BuildOutput'],
  ['build.plugins', 'BuildPlugin'],
  ['build.plugins.artifacts', 'BuildArtifact'],
  ['KafkaUser.spec.authentication.password', 'UserPassword'],
  ['KafkaBridge.spec.producer', 'BridgeProducer'],
  ['KafkaNodePool.spec.storage', 'Storage'],
  ['Kafka.spec.kafka.storage', 'Storage'],
  ['brokerCertChainAndKey', 'CertificateAndKey'],
  ['javaSystemProperties', 'NameAndValue'],
  ['template.pod', 'PodTemplate'],
  ['template.*Container', 'ContainerTemplate'],
  ['template.statefulset', 'StatefulSetTemplate'],
  ['template.deployment', 'DeploymentTemplate'],
  ['template.podDisruptionBudget', 'PodDisruptionBudgetTemplate'],
  ['template.*Service', 'ServiceTemplate'],
  ['template.buildConfig', 'BuildConfigTemplate'],
  ['template.*', 'ResourceTemplate'],
  ['affinity', 'Affinity'],
  ['podAffinity', 'PodAffinity'],
  ['nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution', 'PreferredSchedulingTerm'],
  ['nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution', 'NodeSelector'],
  ['preference', 'NodeSelectorTerm'],
  ['podAffinity.preferredDuringSchedulingIgnoredDuringExecution', 'WeightedPodAffinityTerm'],
  ['labelSelector', 'LabelSelector'],
  ['matchExpressions', 'MatchExpression'],
  ['env.valueFrom.secretKeyRef', 'KeySelector'],
  ['volumeClaimTemplate.spec', 'PersistentVolumeClaimSpec'],
  ['volumeClaimTemplate.spec.resources', 'VolumeResources'],
  ['volumeClaimTemplates', 'PersistentVolumeClaim'],
];

/** Names that mean something else in the generated files. */
const TAKEN = ['ApiObject', 'ApiObjectMetadata', 'Construct', 'Json', 'JsonObject', 'ObjectMeta', 'Record', 'Readonly'];

/** A name for every shape: taken from the property that holds it, and from its parent's name where two would be alike. */
export function namesOf({ shapes, roots }: Shapes): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  const used = new Set(TAKEN);
  const give = (shape: number, name: string) => {
    names.set(shape, name);
    used.add(name);
  };
  for (const [{ kind }, root] of roots) {
    give(root, `${kind}Manifest`);
    [kind, `${kind}Props`, `${kind}Spec`].forEach((name) => used.add(name));
    const spec = shapes.findIndex((shape) => shape.uses[0]?.path.join('.') === `${kind}.spec`);
    if (spec >= 0) names.set(spec, `${kind}Spec`);
  }
  const plain = plainNames(shapes, used, names);
  shapes.forEach((shape, id) => {
    if (shape.uses.length === 0 || (isVariant(shape) && !names.has(id))) return;
    if (!names.has(id)) give(id, plain.get(id) ?? free(used, qualified(shape, names)));
    if ('variants' in shape) nameVariants(shape, id, names, used);
  });
  return names;
}

const isVariant = (shape: Shape): boolean => shape.uses[0]?.variant === true;

/** Names that need no parent: what most types ask for is theirs if they are used more than any other that asks for it. */
function plainNames(
  shapes: readonly Shape[],
  used: ReadonlySet<string>,
  given: ReadonlyMap<number, string>,
): Map<number, string> {
  const plain = new Map<number, string>();
  const taken = new Set(used);
  // A chosen name that another type has won is given with the parent's, and no plainer one is taken instead.
  const unlessChosen = (wish: (shape: Shape) => string) => (shape: Shape) => (chosenName(shape) ? '' : wish(shape));
  for (const wish of [chosenName, unlessChosen(sharedName), unlessChosen(mostFrequentName)]) {
    const wanted = new Map<string, number[]>();
    shapes.forEach((shape, id) => {
      const name = wish(shape);
      if (!name || given.has(id) || plain.has(id) || isVariant(shape) || taken.has(name)) return;
      wanted.set(name, [...(wanted.get(name) ?? []), id]);
    });
    for (const [name, ids] of wanted) {
      const uses = (id = -1) => shapes[id]?.uses.length ?? 0;
      const [first, second] = [...ids].sort((a, b) => uses(b) - uses(a) || a - b);
      if (first === undefined || uses(first) === uses(second)) continue;
      plain.set(first, name);
      taken.add(name);
    }
  }
  return plain;
}

function chosenName(shape: Shape): string {
  const fits = shape.uses.map(({ path }) => CHOSEN.findIndex(([pattern]) => endsWith(path, pattern.split('.'))));
  const counts = CHOSEN.map((_, entry) => fits.filter((each) => each === entry).length);
  const most = Math.max(...counts);
  return most === 0 ? '' : (CHOSEN[counts.indexOf(most)]?.[1] ?? '');
}

function endsWith(path: readonly string[], pattern: readonly string[]): boolean {
  const tail = path.slice(-pattern.length);
  return pattern.every((part, at) =>
    part.startsWith('*') ? (tail[at]?.endsWith(part.slice(1)) ?? false) : tail[at] === part,
  );
}

/** How often a shape is used under each name that its properties give it. */
function propertyNames(shape: Shape): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { path, many } of shape.uses) {
    const property = path.at(-1) ?? '';
    const name = pascal(many ? singular(property) : property);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** The words that all properties of this type end in. */
function sharedName(shape: Shape): string {
  return [...propertyNames(shape).keys()]
    .map(words)
    .reduce(commonEnd, words([...propertyNames(shape).keys()][0] ?? ''))
    .join('');
}

function mostFrequentName(shape: Shape): string {
  const [most] = [...propertyNames(shape)].sort(([a, m], [b, n]) => n - m || a.length - b.length || (a < b ? -1 : 1));
  return most?.[0] ?? '';
}

function qualified(shape: Shape, names: ReadonlyMap<number, string>): string {
  const parent = names.get(shape.uses[0]?.parent ?? -1) ?? '';
  const stem = parent.replace(/(Spec|Manifest|Configuration|Template)$/, '');
  return joined(stem, chosenName(shape) || sharedName(shape) || mostFrequentName(shape));
}

/** Two names as one, without repeating words that the first ends and the second begins with. */
function joined(stem: string, own: string): string {
  const [before, after] = [words(stem), words(own)];
  let shared = Math.min(before.length, after.length);
  while (shared > 0 && before.slice(-shared).join() !== after.slice(0, shared).join()) shared -= 1;
  return stem + after.slice(shared).join('');
}

function nameVariants(union: UnionShape, id: number, names: Map<number, string>, used: Set<string>): void {
  for (const { name, shape } of union.variants) {
    if (names.has(shape)) continue;
    const own = free(used, pascal(name) + (names.get(id) ?? ''));
    names.set(shape, own);
    used.add(own);
  }
}

function free(used: ReadonlySet<string>, name: string): string {
  if (!used.has(name)) return name;
  let number = 2;
  while (used.has(`${name}${number}`)) number += 1;
  return `${name}${number}`;
}

/** A property's name as a type's: `persistent-claim` and `persistentClaim` give `PersistentClaim`. */
export function pascal(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .filter((part) => part !== '')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
}

const words = (name: string): string[] => name.match(/[A-Z]+(?![a-z])|[A-Z][a-z0-9]*|[a-z0-9]+/g) ?? [name];

function commonEnd(left: string[], right: string[]): string[] {
  let length = 0;
  while (length < left.length && length < right.length && left.at(-1 - length) === right.at(-1 - length)) length += 1;
  return left.slice(left.length - length);
}

function singular(name: string): string {
  if (/(ss|us|is|tls)$/i.test(name)) return name;
  if (name.endsWith('ies')) return `${name.slice(0, -3)}y`;
  if (/(ch|sh|x|ss|lias)es$/.test(name)) return name.slice(0, -2);
  return name.replace(/s$/, '');
}
