import type { IConstruct } from 'constructs';
import type { Limit } from '../dialects/common/codec';
import { NOUNS, type Placed, type SiteTopology } from '../model/topology';
import type { Finding } from '../rules/finding';
import { checkTopology } from '../rules/registry';
import { faultsOf } from './faults';
import { isResource } from './is-resource';
import type { Resource } from './resource';
import type { ResourceRecord } from '../model/resource';
import type { Site } from './site';

type AnyResource = Resource<ResourceRecord>;

/** A resource and its record. The path is asked for by faults alone. */
class Told implements Placed<ResourceRecord> {
  readonly record: ResourceRecord;

  constructor(readonly resource: AnyResource) {
    this.record = resource.toRecord();
  }

  get path(): string {
    return this.resource.node.path;
  }
}

/**
 * What is wrong with the topology that constructs tell of: their faults, what releases cannot say, broken rules. Each
 * resource is asked for its record once.
 */
export function findingsOf(constructs: Iterable<IConstruct>): Finding[] {
  const findings: Finding[] = [];
  for (const construct of constructs) for (const fault of faultsOf(construct)) findings.push(fault);
  const told = tellAll(constructs);
  for (const sites of told.values()) for (const one of sites) noteLimits(one, findings);
  for (const finding of checkTopology({ sites: sitesOf(told) })) findings.push(finding);
  const sites = [...told.keys()];
  return findings.filter((finding) => !isWaived(finding, sites));
}

function tellAll(constructs: Iterable<IConstruct>): ReadonlyMap<Site, Told[]> {
  const sites = new Map<Site, Told[]>();
  for (const construct of constructs) {
    if (!isResource(construct)) continue;
    const known = sites.get(construct.site);
    if (known) known.push(new Told(construct));
    else sites.set(construct.site, [new Told(construct)]);
  }
  return sites;
}

function sitesOf(told: ReadonlyMap<Site, readonly Told[]>): SiteTopology[] {
  return [...told.entries()].map(([site, found]) => siteTopology(site, found));
}

function siteTopology(site: Site, told: readonly Told[]): SiteTopology {
  const records = Object.fromEntries(Object.keys(NOUNS).map((noun) => [noun, [] as Placed<ResourceRecord>[]]));
  for (const one of told) records[one.resource.noun]?.push(one);
  const { release, platform } = site;
  return {
    path: site.node.path,
    platform: platform.name,
    release: release.facts,
    records: records as unknown as SiteTopology['records'],
  };
}

function noteLimits({ resource, record }: Told, findings: Finding[]): void {
  for (const limit of resource.limits(record)) findings.push(limitFinding(resource, limit));
}

function limitFinding({ node, site }: AnyResource, { field, given, message, allowed, since, remedy }: Limit): Finding {
  return {
    rule: 'release-says-field',
    severity: 'error',
    path: node.path,
    field,
    ...(given !== undefined && { given }),
    ...(allowed !== undefined && { allowed }),
    message: `${site.release.name} cannot say this: ${message}`,
    remedy: remedy ?? (since === undefined ? 'Leave it out.' : `Leave it out, or name a release that can: ${since}.`),
  };
}

function isWaived({ rule, severity, path }: Finding, sites: readonly Site[]): boolean {
  if (severity === 'error') return false;
  return sites.some(
    (site) => rule in site.waivers && (path === site.node.path || path.startsWith(`${site.node.path}/`)),
  );
}
