import type { Manifest as KubernetesObject } from '../dialects/common/codec';
import { readManifest, type Described } from '../dialects/translate';
import type { ResourceRecord } from '../model/resource';
import { NOUNS, type Placed, type SiteTopology } from '../model/topology';
import type { Finding } from '../rules/finding';
import { checkTopology } from '../rules/registry';
import { checkManifest, knownKinds } from '../schema';
import type { Manifest } from './files/left-out';
import type { FileSite } from './sites/site';

/** A site with what its files describe. */
export interface JudgedSite {
  readonly site: FileSite;
  readonly objects: readonly { readonly path: string; readonly manifest: Manifest }[];
}

/** Whether an object is of an API that is judged. */
export function isJudged({ apiVersion, kind }: Manifest): boolean {
  return knownKinds().some((known) => known.apiVersion === apiVersion && known.kind === kind);
}

/** All that is wrong with what is at sites. The path of a finding is that of the object. */
export function judge(sites: readonly JudgedSite[]): Finding[] {
  const findings: Finding[] = [];
  const topologies = sites.map((judged) => topologyOf(judged, findings));
  return [...findings, ...checkTopology({ sites: topologies })];
}

function topologyOf({ site, objects }: JudgedSite, findings: Finding[]): SiteTopology {
  const records = Object.fromEntries(Object.keys(NOUNS).map((noun) => [noun, [] as Placed<ResourceRecord>[]]));
  for (const { path, manifest } of objects) {
    for (const { field, given, allowed } of checkManifest(manifest) ?? []) {
      findings.push({
        rule: 'schema-accepts',
        severity: 'error',
        path,
        field,
        given,
        allowed,
        message: 'The API takes no such thing.',
      });
    }
    const described = readable(manifest, site);
    if (described) records[described.noun]?.push({ record: described.record, path });
  }
  return {
    path: site.name,
    platform: site.platform,
    release: site.release.facts,
    records: records as unknown as SiteTopology['records'],
  };
}

function readable(manifest: Manifest, { platform }: FileSite): Described | undefined {
  try {
    return readManifest(manifest as unknown as KubernetesObject, platform);
  } catch {
    return undefined;
  }
}
