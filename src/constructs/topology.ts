import type { IConstruct } from 'constructs';
import type { Limit } from '../dialects/common/codec';
import { NOUNS, type Placed, type SiteTopology, type Topology } from '../model/topology';
import type { Finding } from '../rules/finding';
import { checkTopology } from '../rules/registry';
import { faultsOf } from './faults';
import { isResource } from './is-resource';
import type { Resource } from './resource';
import type { ResourceRecord } from '../model/resource';
import type { Site } from './site';

type AnyResource = Resource<ResourceRecord>;

/** A resource and its record. */
interface Told {
  readonly resource: AnyResource;
  readonly record: ResourceRecord;
}

/** What is told by the constructs of a tree, as plain data. */
export function topologyOf(root: IConstruct): Topology {
  const sites = bySite(resourcesOf(walk(root)).map(tell));
  return { sites: [...sites.entries()].map(([site, told]) => siteTopology(site, told)) };
}

/** What is wrong with the topology of a tree: faults of its constructs, what releases cannot say, broken rules. */
export function findingsOf(root: IConstruct): Finding[] {
  const constructs = walk(root);
  const told = resourcesOf(constructs).map(tell);
  const sites = bySite(told);
  const topology: Topology = { sites: [...sites.entries()].map(([site, found]) => siteTopology(site, found)) };
  const findings = [...constructs.flatMap(faultsOf), ...told.flatMap(limitsOf), ...checkTopology(topology)];
  return findings.filter((finding) => !isWaived(finding, [...sites.keys()]));
}

function walk(root: IConstruct): IConstruct[] {
  const found: IConstruct[] = [];
  const open: IConstruct[] = [root];
  for (let next = open.pop(); next; next = open.pop()) {
    found.push(next);
    for (const child of next.node.children.reverse()) open.push(child);
  }
  return found;
}

function resourcesOf(constructs: readonly IConstruct[]): AnyResource[] {
  return constructs.filter((construct): construct is AnyResource => isResource(construct));
}

/** Asks a resource for its record, once: the answer is the same for all who judge it. */
function tell(resource: AnyResource): Told {
  return { resource, record: resource.toRecord() };
}

function bySite(told: readonly Told[]): Map<Site, Told[]> {
  const sites = new Map<Site, Told[]>();
  for (const one of told) {
    const { site } = one.resource;
    const known = sites.get(site);
    if (known) known.push(one);
    else sites.set(site, [one]);
  }
  return sites;
}

function siteTopology(site: Site, told: readonly Told[]): SiteTopology {
  const records = Object.fromEntries(Object.keys(NOUNS).map((noun) => [noun, [] as Placed<ResourceRecord>[]]));
  for (const { resource, record } of told) records[resource.noun]?.push({ record, path: resource.node.path });
  return { path: site.node.path, release: site.release, records: records as unknown as SiteTopology['records'] };
}

function limitsOf({ resource, record }: Told): Finding[] {
  return resource.limits(record).map((limit) => limitFinding(resource, limit));
}

function limitFinding({ node, site }: AnyResource, { field, given, message, allowed, since }: Limit): Finding {
  return {
    rule: 'release-says-field',
    severity: 'error',
    path: node.path,
    field,
    ...(given !== undefined && { given }),
    ...(allowed !== undefined && { allowed }),
    message: `${site.release.name} cannot say this: ${message}`,
    remedy: since === undefined ? 'Leave it out.' : `Leave it out, or name a release that can: ${since}.`,
  };
}

function isWaived({ rule, severity, path }: Finding, sites: readonly Site[]): boolean {
  if (severity === 'error') return false;
  return sites.some(
    (site) => rule in site.waivers && (path === site.node.path || path.startsWith(`${site.node.path}/`)),
  );
}
