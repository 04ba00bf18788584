import { map, text } from '../model/guarded';
import type { OtherRecord } from '../model/other';
import type { ResourceRecord } from '../model/resource';
import type { Placed, Topology } from '../model/topology';
import { textsOf, type KeyReference } from './kept-keys';
import { othersOf, Owners } from './of-cluster';
import { placesOf, valueAtPath } from './places';
import { topologyRule, type Breach } from './rule';
import { apiUsersFault } from './api-users';

/** What a text has to be for whoever reads it. */
type Form = (content: string) => Omit<Breach, 'field'> | undefined;

/** A reference to a text of which it is known what it has to be. */
interface Reading extends KeyReference {
  readonly form: Form;
  /** What is told where the key is missing; absent: others tell that. */
  readonly lack?: string;
}

/** Texts that operators read are such as they can read. */
export const secretTexts = topologyRule({
  id: 'secret-texts',
  summary:
    'Texts of Secrets and ConfigMaps are such as operators read: certificates in PEM, passwords, users of Cruise Control, offsets in JSON.',
  remedy: 'Correct the text that the Secret or ConfigMap has.',
  effect: 'fails',
  source:
    'The operator refuses the object that reads it, or its pods do not start (Strimzi 0.18.0 to 1.2.0, ReconcilerUtils, KafkaUserModel, HashLoginServiceApiCredentials, AbstractConnectOperator).',
  catalog: ['M2-026', 'K-074', 'U-008', 'CC-022', 'CC-023', 'CC-024', 'CC-025', 'CC-026', 'M2-059'],
  across: (topology, report) => {
    const kept = {
      Secret: new Owners(othersOf(topology, 'Secret')),
      ConfigMap: new Owners(othersOf(topology, 'ConfigMap')),
    };
    if (Object.values(kept).every(({ isEmpty }) => isEmpty)) return;
    const told = new Set<string>();
    for (const [reader, read] of readingsIn(topology)) {
      const holder = kept[read.kind].beside(reader, read.name);
      const breach = holder && breachOf(holder, read);
      if (!breach || told.has(`${holder.path}\0${read.key}`)) continue;
      told.add(`${holder.path}\0${read.key}`);
      report(holder, breach);
    }
  },
});

function breachOf(holder: Placed<OtherRecord>, { key, form, lack }: Reading): Breach | undefined {
  const found = textsOf(holder, key);
  const breach = found && form(found.content);
  if (breach) return { field: found.field, ...breach };
  const keys = Object.keys(map(map(holder.manifest)['data']));
  if (lack === undefined || keys.length === 0 || keys.includes(key)) return undefined;
  return { effect: 'warned', field: ['data'], allowed: key, message: lack, remedy: `Give them under ${key}.` };
}

type Reader = Placed<ResourceRecord>;

function readingsIn(topology: Topology): (readonly [Reader, Reading])[] {
  const of = (reader: Reader, readings: readonly Reading[]): (readonly [Reader, Reading])[] =>
    readings.map((reading) => [reader, reading]);
  return [
    ...topology
      .all('kafkaCluster')
      .flatMap((cluster) => of(cluster, [...usersOf(cluster.manifest), ...casOf(cluster)])),
    ...[
      ...topology.all('connect'),
      ...topology.all('mirrorMaker2'),
      ...topology.all('mirrorMaker'),
      ...topology.all('bridge'),
    ].flatMap((program) => of(program, trustOf(map(program.manifest)['spec']))),
    ...topology.all('connector').flatMap((connector) => of(connector, offsetsOf(connector.manifest))),
    ...topology.all('mirrorMaker2').flatMap((mirror) => of(mirror, offsetsOf(mirror.manifest))),
    ...topology.all('user').flatMap((user) => {
      const { authentication } = user.record;
      const password = authentication?.type === 'scram-sha-512' ? authentication.password : undefined;
      return password ? of(user, [{ kind: 'Secret', name: password.secret, key: password.key, form: isThere }]) : [];
    }),
  ];
}

function usersOf(manifest: unknown): Reading[] {
  return placesOf(manifest, 'spec.cruiseControl.apiUsers.valueFrom.secretKeyRef').flatMap(({ value }) =>
    reading('Secret', map(value)['name'], map(value)['key'], apiUsersFault),
  );
}

/** Certificates of a CA of the team's own. */
function casOf({ record: { name }, manifest }: Reader): Reading[] {
  return (['cluster', 'clients'] as const)
    .filter((ca) => valueAtPath(manifest, `spec.${ca}Ca.generateCertificateAuthority`) === false)
    .flatMap((ca) => reading('Secret', `${name}-${ca}-ca-cert`, 'ca.crt', isCertificate));
}

const TRUST = ['', 'target.', 'producer.', 'consumer.', 'clusters.*.', 'mirrors.*.source.'].map(
  (end) => `${end}tls.trustedCertificates.*`,
);

function trustOf(spec: unknown): Reading[] {
  return TRUST.flatMap((path) => placesOf(spec, path)).flatMap(({ value }) =>
    reading('Secret', map(value)['secretName'], map(value)['certificate'], isCertificate),
  );
}

/** What is read when somebody asks for it by an annotation, which of a MirrorMaker 2 names the connector besides. */
function offsetsOf(manifest: unknown): Reading[] {
  const annotations = map(valueAtPath(manifest, 'metadata.annotations'));
  if (annotations['strimzi.io/connector-offsets'] !== 'alter') return [];
  const connector = text(annotations['strimzi.io/mirrormaker-connector']);
  const [, kind = ''] = /\.Mirror(Source|Checkpoint)Connector$/.exec(connector ?? '') ?? [];
  const [path, key] =
    connector === undefined
      ? ['spec', 'offsets.json']
      : [`spec.mirrors.*.${kind.toLowerCase()}Connector`, `${connector.replaceAll('->', '--')}.json`];
  const lack = `The operator looks for offsets under ${key}, and alters nothing.`;
  return placesOf(manifest, `${path}.alterOffsets.fromConfigMap.name`).flatMap(({ value }) =>
    reading('ConfigMap', value, key, isJson).map((each) => ({ ...each, lack })),
  );
}

function reading(kind: Reading['kind'], name: unknown, key: unknown, form: Form): Reading[] {
  const [named, keyed] = [text(name), text(key)];
  return named === undefined || keyed === undefined ? [] : [{ kind, name: named, key: keyed, form }];
}

function isThere(content: string): ReturnType<Form> {
  if (content !== '') return undefined;
  return { effect: 'refused', message: 'The password is empty: the user operator makes no user.' };
}

function isCertificate(content: string): ReturnType<Form> {
  if (/-----BEGIN (TRUSTED )?CERTIFICATE-----[\s\S]+-----END (TRUSTED )?CERTIFICATE-----/.test(content))
    return undefined;
  return { allowed: 'one or more certificates in PEM', message: 'This is no certificate: nobody is trusted by it.' };
}

function isJson(content: string): ReturnType<Form> {
  try {
    JSON.parse(content);
    return undefined;
  } catch {
    return {
      effect: 'warned',
      allowed: 'JSON',
      message: 'The offsets are no JSON: the operator leaves them as they are.',
    };
  }
}
