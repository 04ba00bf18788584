import { Judge, type Verdict } from '../check/judge';
import { clientAnnotations } from '../model/client-annotation';
import { map, text } from '../model/guarded';
import { knownKinds } from '../schema';
import type { Manifest } from './files/left-out';
import type { FileSite } from './sites/site';

/** A site with what its files describe. */
export interface SiteObjects {
  readonly site: FileSite;
  readonly objects: readonly { readonly path: string; readonly file: string; readonly manifest: Manifest }[];
}

/** Kinds without a schema here that rules know all the same. */
const OTHERS = new Set(['apps/v1/Deployment', 'v1/List']);

let groups: ReadonlySet<string> | undefined;

/** Whether an object is of an API that is judged, or says of itself that it is a client application. */
export function isJudged({ apiVersion, kind, metadata }: Manifest): boolean {
  groups ??= new Set(knownKinds().map((known) => groupOf(known.apiVersion)));
  if (groups.has(groupOf(apiVersion)) || OTHERS.has(`${apiVersion}/${kind}`)) return true;
  const annotations = map(map(metadata)['annotations']);
  return clientAnnotations(annotations).some((name) => text(annotations[name]) !== undefined);
}

function groupOf(apiVersion: string): string {
  return apiVersion.replace(/\/.*/, '');
}

/** All that is wrong with what is at sites. The path of a finding is that of the object, or the name of the site. */
export function judge(sites: readonly SiteObjects[]): Verdict {
  const court = new Judge();
  for (const { site, objects } of sites) {
    const { name, release, platform, kubernetesCluster = name, namespace = '', waivers, policies } = site;
    const judged = court.addSite({ path: name, release, platform, kubernetesCluster, namespace, waivers });
    for (const { path, file, manifest } of objects) {
      court.take({ place: isDescribed(site) ? { path } : { path, file }, manifest, policies }, judged);
    }
  }
  return court.conclude();
}

/** Whether the configuration says what is at a site. Of a folder that is just named some files may be alternatives. */
function isDescribed({ name }: FileSite): boolean {
  return name !== '';
}
