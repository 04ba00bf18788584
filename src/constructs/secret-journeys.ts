import { ApiObject, Lazy } from 'cdk8s';
import type { CredentialsAs } from '../model/client';
import type { Endpoint } from '../model/endpoint';
import { foreignSecrets, secretsOf, type NeededSecret } from '../wiring/foreign-secrets';
import { nameFrom } from '../wiring/mirror-names';
import {
  arrivedName,
  transportObjects,
  type Journey,
  type SecretTransportRecord,
  type TransportObject,
} from '../wiring/secret-transport';
import { noteFault } from './faults';
import type { IKafkaCluster, Program } from './interfaces';
import { registerOf } from './register';
import { isResource } from './resource';
import type { Site } from './site';

/** What a program takes its credentials from, and how. */
interface Wish {
  readonly cluster: IKafkaCluster;
  readonly credentialsAs?: CredentialsAs | undefined;
}

/**
 * Has the Secrets of a cluster brought to the site of a program, in the way of the site.
 * @returns what each is called there, known when somebody looks: who else has a Secret of the name may be told of later
 */
export function haveSecretsBrought(
  program: Program,
  { cluster, credentialsAs }: Wish,
  endpoint: Endpoint,
): (secret: string) => string {
  const { site } = program;
  const { record: transport } = site.secretTransport;
  const needed = foreignSecrets(endpoint, site, cluster.site, credentialsAs);
  if (transport.type === 'byHand' || needed.length === 0) return byHand(program, cluster, { endpoint, needed });
  const journeys = needed.map((each): Journey => ({ needed: each, from: cluster.site, to: site }));
  if (transport.type === 'reflector' && cluster.site.kubernetesCluster !== site.kubernetesCluster)
    noteOutOfReach(program, cluster, journeys);
  else {
    for (const journey of journeys) bring(program, cluster, { transport, journey });
    if (!isResource(cluster)) noteOthersPart(program, cluster, { transport, journeys });
  }
  const names = new Map(journeys.map((journey) => [journey.needed.secret, arrivedName(journey)]));
  return (secret) => names.get(secret) ?? secret;
}

/** Secrets that a program needs of a cluster. */
interface Wanted {
  readonly endpoint: Endpoint;
  readonly needed: readonly NeededSecret[];
}

function byHand(program: Program, cluster: IKafkaCluster, { endpoint, needed }: Wanted): (secret: string) => string {
  const register = registerOf(program);
  for (const secret of secretsOf(endpoint)) register.claimSecret(program.site, secret, cluster);
  const nameHere = (secret: string): string =>
    register.isSharedSecret(program.site, secret) ? nameFrom(secret, cluster.site, program.site) : secret;
  if (needed.length > 0) noteCopies(program, cluster, () => needed.map(({ secret }) => [secret, nameHere(secret)]));
  return nameHere;
}

function bring(
  program: Program,
  cluster: IKafkaCluster,
  { transport, journey }: { readonly transport: SecretTransportRecord; readonly journey: Journey },
): void {
  const make = (needed: NeededSecret) => transportObjects(transport, { ...journey, needed });
  const isOurs = isResource(cluster);
  const others = [
    addObject(program.site, journey.needed, (needed) => make(needed).atTarget),
    isOurs ? addObject(cluster.site, journey.needed, (needed) => make(needed).atSource) : undefined,
  ];
  for (const other of others) if (other) noteClash(program, journey, other);
  if (isOurs && transport.type === 'reflector')
    registerOf(program).reflect(journey.from, journey.needed.secret, journey.to.targetNamespace);
}

/** What an object brings, whatever the keys and however often; and the keys that programs need of it. */
interface Brought {
  readonly what: string;
  readonly keys: Set<string>;
}

const BROUGHT = new WeakMap<ApiObject, Brought>();

/**
 * Adds an object, or the keys to the one that there is: programs of a site may need different ones.
 * @returns an object that has the name already, and brings something else
 */
function addObject(
  site: Site,
  needed: NeededSecret,
  make: (needed: NeededSecret) => TransportObject | undefined,
): ApiObject | undefined {
  const first = make(needed);
  if (!first) return undefined;
  const { apiVersion, kind, name, annotations, body } = first;
  const id = `${kind}:${name}`;
  const known = site.node.tryFindChild(id) as ApiObject | undefined;
  const what = whatOf(make({ ...needed, keys: ['*'] }));
  const brought = (known && BROUGHT.get(known)) ?? { what, keys: new Set<string>() };
  if (brought.what !== what) return known;
  const { keys } = brought;
  for (const key of needed.keys) keys.add(key);
  if (known) return undefined;
  const bodyNow = (field: string): unknown => {
    const now = make({ ...needed, keys: [...keys].sort() })?.body ?? body;
    return (now as Readonly<Record<string, unknown>>)[field];
  };
  const fields = Object.keys(body).map((field) => [field, Lazy.any({ produce: () => bodyNow(field) })] as const);
  const metadata = { name, ...(annotations && { annotations: { ...annotations } }) };
  BROUGHT.set(new ApiObject(site, id, { apiVersion, kind, metadata, ...Object.fromEntries(fields) }), brought);
  return undefined;
}

function whatOf(object: TransportObject | undefined): string {
  return JSON.stringify(object, (field, value: unknown) => (field === 'refreshInterval' ? undefined : value));
}

function noteCopies(
  program: Program,
  { site: there, clusterName }: IKafkaCluster,
  copies: () => readonly (readonly [secret: string, here: string])[],
): void {
  const { site: here } = program;
  noteFault(program, {
    rule: 'secret-at-hand',
    field: 'secrets',
    get given() {
      return copies()
        .map(([secret, name]) => copyText(secret, name))
        .join(', ');
    },
    allowed: `Secrets in namespace ${here.targetNamespace} of ${here.kubernetesCluster}`,
    message: `The operators of ${clusterName} write these Secrets to namespace ${there.targetNamespace} of ${there.kubernetesCluster}.`,
    remedy:
      "Give the site a secretTransport; or have them copied, and again when certificates are renewed ('cdk8s-strimzi report secrets' prints how), and waive this warning at the site.",
  });
}

/** Nobody here writes what has to be done where a cluster is that somebody else manages. */
function noteOthersPart(
  program: Program,
  { site: there, clusterName }: IKafkaCluster,
  { transport, journeys }: { readonly transport: SecretTransportRecord; readonly journeys: readonly Journey[] },
): void {
  noteFault(program, {
    rule: 'secret-at-hand',
    field: 'secrets',
    given: journeys.map((journey) => copyText(journey.needed.secret, arrivedName(journey))).join(', '),
    allowed: `Secrets that come from namespace ${there.targetNamespace} of ${there.kubernetesCluster}`,
    message: `${clusterName} is managed elsewhere: what hands these Secrets out there is not written.`,
    remedy: `Have it written there (${journeys.map((each) => partText(transport, each)).join('; ')}), and waive this warning at the site.`,
  });
}

function partText(transport: SecretTransportRecord, journey: Journey): string {
  const { secret, keys } = journey.needed;
  if (!('sourceStore' in transport))
    return `annotations of ${secret} that let Reflector copy it to ${journey.to.targetNamespace}`;
  return `a PushSecret of ${keys.join(', ')} of ${secret} to store ${transport.sourceStore.name}`;
}

function noteOutOfReach(program: Program, cluster: IKafkaCluster, journeys: readonly Journey[]): void {
  const { site } = program;
  noteFault(program, {
    rule: 'secret-transport',
    field: 'secrets',
    given: journeys.map(({ needed }) => needed.secret).join(', '),
    allowed: `Secrets of ${site.kubernetesCluster}`,
    message: `Reflector copies within a Kubernetes cluster, and these Secrets of ${cluster.clusterName} are in ${cluster.site.kubernetesCluster}.`,
    remedy: 'Take SecretTransport.externalSecrets() or SecretTransport.copies() at the site.',
  });
}

/** A name is made of a place and a name, and others may come to the same. */
function noteClash(program: Program, journey: Journey, { node, kind, name }: ApiObject): void {
  noteFault(program, {
    rule: 'secret-transport',
    field: 'secrets',
    given: copyText(journey.needed.secret, arrivedName(journey)),
    allowed: `a ${kind} "${name}" that no other Secret comes by`,
    message: `${node.path} has the name already, and brings another Secret, or brings it through another store.`,
    remedy: 'Name a cluster, a user or a namespace differently, or take one kind of store at all sites.',
  });
}

function copyText(secret: string, here: string): string {
  return secret === here ? secret : `${secret} as ${here}`;
}
