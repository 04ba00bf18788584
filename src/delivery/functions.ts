/**
 * The functions on manifests and records as programs call them: what they are given is held to its type, all of it at
 * once. The library itself calls those behind them, whose callers the compiler holds.
 */
import * as telling from '../check/finding';
import type { Finding } from '../check/finding';
import { lossesWith } from '../check/losses';
import * as modernising from '../check/modernise';
import * as translation from '../check/translation';
import type { Limit, Manifest } from '../dialects/common/codec';
import * as reading from '../dialects/read';
import type { Described, Reader } from '../dialects/read';
import type { PlatformName } from '../model/platform';
import { demand } from '../props/hold';
import { made } from '../props/made';
import type { Diff } from '../reports/change';
import * as comparing from '../reports/diff';
import * as stocktaking from '../reports/inventory';
import type { Inventory, InventorySite } from '../reports/inventory-types';
import type { Access, UserQuestion } from '../reports/access-types';
import type { AccessAnswer } from '../model/authorizer';
import * as asking from '../reports/who-may';
import type { IConstruct } from 'constructs';
import * as requesting from './grant-requests';

/**
 * Reads somebody's manifest into a record of the model. What is not understood is kept in the record and comes out again
 * when it is written. Absent: the model has no noun for the kind, or the manifest is none, without a name or a kind.
 *
 * @param platform - what the Kubernetes cluster is that the manifest is for
 * @throws RangeError where it is nested more than 500 levels deep, or contains itself
 * @throws Error where the platform is none
 */
export function readManifest(manifest: unknown, platform?: PlatformName): Described | undefined {
  demand('readManifest', [manifest, platform]);
  const described = reading.readManifest(manifest, platform);
  return described && made(described, 'Described');
}

/**
 * Writes a record in the words of the reader.
 * @throws where the reader has no such noun, or an argument is not of its type
 */
export function writeRecord(described: Described, reader: Reader): Manifest {
  demand('writeRecord', [described, reader]);
  return translation.writeRecord(described, reader);
}

/**
 * Writes a record in the words of the reader, and tells what is lost on the way. What was read is carried over where the
 * reader's API has the same field at the same place and takes what stands there.
 * @throws where the reader has no such noun, or an argument is not of its type
 */
export function translate(described: Described, reader: Reader): translation.Translation {
  demand('translate', [described, reader]);
  return translation.translate(described, reader);
}

/**
 * What of a record, or of the manifest that it was read from, the reader cannot be told: `writeRecord` leaves it out.
 * @throws where the reader has no such noun, or an argument is not of its type
 */
export function limitsOf(described: Described, reader: Reader): readonly Limit[] {
  demand('limitsOf', [described, reader]);
  return translation.limitsOf(described, reader);
}

/**
 * What of a record the reader's API has no words for, and what its operator asks for beside. Whether the release takes what
 * is written is for its schema to say. Costs next to nothing for nouns whose manifest says all of every record.
 * @param written - the manifest that the record was written to, where there is one
 * @throws where the reader has no such noun, or an argument is not of its type
 */
export function lossesOf(described: Described, reader: Reader, written?: Manifest): readonly Limit[] {
  demand('lossesOf', [described, reader, written]);
  return lossesWith(reading.codecFor(described, reader), described, reader, written);
}

/**
 * Describes objects as a later release has them, where that takes other objects: node pools in place of the nodes of a
 * Kafka, with controllers in place of ZooKeeper nodes, a MirrorMaker 2 in place of a MirrorMaker 1, ConfigMaps with the
 * rules of metrics. Give it all objects of a cluster at once: pools and their Kafka belong together.
 *
 * It is the state to arrive at, and no way there: `writeRecord` on it replaces nothing that runs, and a running cluster is
 * migrated step by step, as the operator's documentation says.
 * @throws where the release does not have one of the kinds in any form, or an argument is not of its type
 */
export function modernise(all: readonly Described[], reader: Reader): modernising.Modernised {
  demand('modernise', [all, reader]);
  const { described, losses } = modernising.modernise(all, reader);
  return { described: described.map((each) => made(each, 'Described')), losses };
}

/**
 * Says what a change of manifests does to Kafka and to those who use it. Objects are told apart by the group of their API,
 * kind, namespace and name, so both sides may be of other releases: what is said in other words has no effect.
 *
 * @param before - the objects as they are applied now, whoever wrote them
 * @param after - the objects as they are to be applied
 * @throws where an argument is no list
 *
 * @example
 * diff(Testing.synth(before), Testing.synth(after)).changes.filter((change) => change.class === 'destroys-data')
 */
export function diff(before: Iterable<unknown>, after: Iterable<unknown>): Diff {
  demand('diff', [before, after]);
  return comparing.diff(before, after);
}

/**
 * Says what there is once the operators are done: the pods, claims, Services, Secrets, ConfigMaps, Routes and Ingresses
 * that they make of manifests at a release, with the topics and the users. Kafka clusters are taken to be new: nodes of a
 * cluster that was scaled may have other numbers.
 *
 * @throws where a site is not of its type
 *
 * @example
 * inventory([site]).items.filter((item) => item.kind === 'PersistentVolumeClaim')
 */
export function inventory(sites: readonly InventorySite[]): Inventory {
  demand('inventory', [sites]);
  return stocktaking.inventory(sites);
}

/**
 * Lists findings for a reader at a terminal: errors first, each with its facts on lines of their own.
 * @throws where the findings are none
 */
export function formatFindings(findings: readonly Finding[]): string {
  demand('formatFindings', [findings]);
  return telling.formatFindings(findings);
}

/**
 * Says who may do what at the Kafka clusters of sites, as the brokers would decide, and why each rule of a user may be there.
 *
 * @throws where the sites are not of their type
 *
 * @example
 * access([site]).rules.filter(({ unexplained }) => unexplained.length > 0)
 */
export function access(sites: readonly InventorySite[]): Access {
  demand('access', [sites]);
  return asking.access(sites);
}

/**
 * Says whether a user may do something, as the brokers would decide: `unknown` where the manifests do not tell, or tell of
 * several users of that name.
 *
 * @throws where an argument is not of its type
 *
 * @example
 * can([site], { user: 'checkout', operation: 'Write', resource: { type: 'topic', name: 'orders' } }).verdict
 */
export function can(sites: readonly InventorySite[], question: UserQuestion): AccessAnswer {
  demand('can', [sites, question]);
  return asking.can(sites, question);
}

/**
 * What a topology asks of users that others manage, for their owners, in the order of clusters and users. It is known in full
 * once the topology is described.
 *
 * @param app - the app, or a part of it
 * @throws where the app is no construct
 */
export function grantRequests(app: IConstruct): readonly requesting.GrantRequest[] {
  demand('grantRequests', [app]);
  return requesting.grantRequests(app);
}

/**
 * Writes a file for each user that others manage and that the topology asks something for.
 *
 * @param folder - where; neither the folder that is applied nor one below it
 * @returns the files, in order
 * @throws where the folder is the output folder of the app or below it: what is there is applied, and would take all
 * other rules of the users away; where an argument is not of its type.
 */
export function writeGrantRequests(app: IConstruct, folder: string): readonly string[] {
  demand('writeGrantRequests', [app, folder]);
  return requesting.writeGrantRequests(app, folder);
}
