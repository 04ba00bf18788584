import { App as CdkApp } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { mkdirSync, writeFileSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { isReferredUser, usersOfOthers, type UserOfOthers } from '../constructs/granted-elsewhere';
import { isAbsent, type Manifest } from '../dialects/common/codec';
import type { ExplainedAcl } from '../model/grant';
import type { UserAuthentication } from '../model/user';
import { toYaml } from './yaml';

/** What a user that somebody else manages has to be granted. */
export interface GrantRequest {
  /** Name of the KafkaUser. */
  readonly userName: string;
  /** Name of the Kafka cluster. */
  readonly clusterName: string;
  /** The namespace that the cluster is in. */
  readonly namespace: string;
  /** The Kubernetes cluster that it is in. */
  readonly kubernetesCluster: string;
  /** The rules, each with its reasons. */
  readonly rules: readonly ExplainedAcl[];
  /** The KafkaUser with these rules and no others, in the API of the cluster's site: for its owner to take over from. */
  readonly manifest: Manifest;
  /** The same as YAML, with the reasons before it. */
  readonly text: string;
}

/** What a topology asks of users that others manage, in the order of clusters and users. */
export function grantRequests(scope: IConstruct): readonly GrantRequest[] {
  return usersOfOthers(scope.node.findAll().filter(isReferredUser))
    .map(requestOf)
    .sort((one, other) => (fileName(one) < fileName(other) ? -1 : 1));
}

/** A request as YAML, with the reason of each rule before it. */
function textOf({ userName, clusterName, rules, manifest }: Omit<GrantRequest, 'text'>): string {
  const reasons = rules.flatMap(({ acl: { resource }, reasons: each }) =>
    each.map(({ operations, reason, by }) => {
      const on = resource.type === 'cluster' ? 'cluster' : `${resource.type} ${resource.name}`;
      const all = resource.type !== 'cluster' && resource.patternType === 'prefix' ? '…' : '';
      return `#   ${operations.join(', ')} on ${on}${all}: ${reason} (${by})`;
    }),
  );
  const head = [
    `# User "${userName}" of Kafka cluster "${clusterName}" is managed elsewhere. It needs these rules besides those that it has:`,
    '# add them to its KafkaUser, and do not apply this file in its place.',
  ];
  return `${[...head, ...reasons].map(oneLine).join('\n')}\n${toYaml(manifest)}`;
}

/** Writes a file for each such user, into a folder that is not applied. */
export function writeGrantRequests(scope: IConstruct, folder: string): readonly string[] {
  const { root } = scope.node;
  if (root instanceof CdkApp && isWithin(folder, root.outdir)) {
    throw new Error(
      `${folder} is within ${root.outdir}, which is applied: a KafkaUser there would take all other rules of its user away; name a folder beside it`,
    );
  }
  const requests = grantRequests(scope);
  if (requests.length > 0) mkdirSync(folder, { recursive: true });
  return requests.map((request) => {
    const file = join(folder, fileName(request));
    writeFileSync(file, request.text);
    return file;
  });
}

function requestOf({ user, rules }: UserOfOthers): GrantRequest {
  const { userName, cluster, credentials } = user;
  const { release, targetNamespace: namespace, kubernetesCluster } = cluster.site;
  const entry = release.dialect.user;
  if (isAbsent(entry)) throw new Error(`${release.facts.name} has no KafkaUser`);
  const authentication = authenticationOf(credentials?.type);
  const manifest = entry.write({
    name: userName,
    namespace,
    cluster: cluster.clusterName,
    ...(authentication && { authentication }),
    acls: rules.map(({ acl }) => acl),
  });
  const request = { userName, clusterName: cluster.clusterName, namespace, kubernetesCluster, rules, manifest };
  return { ...request, text: textOf(request) };
}

function authenticationOf(type: string | undefined): UserAuthentication | undefined {
  return type === 'tls' || type === 'scram-sha-512' ? { type } : undefined;
}

/** Users of one name are of several clusters. */
function fileName({ kubernetesCluster, namespace, clusterName, userName }: GrantRequest): string {
  return `${[kubernetesCluster, namespace, clusterName, userName].map(inFileName).join('.')}.yaml`;
}

function inFileName(name: string): string {
  return name.replace(/[^\w-]/g, '_');
}

function isWithin(folder: string, outdir: string): boolean {
  const way = relative(resolve(outdir), resolve(folder));
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** A line of a comment. */
function oneLine(text: string): string {
  return text.replace(/[\r\n\u0085\u2028\u2029]+/g, ' ');
}
