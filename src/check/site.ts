import type { StrimziRelease } from '../dialects/releases';
import type { PlatformName } from '../model/platform';
import type { Noun } from '../model/nouns';
import type { SiteFacts } from '../model/topology';
import { kindRules, objectRules } from '../rules/registry';
import { holdsFor } from '../rules/rule';
import { operatorVersion, unservedBy, type Unserved } from './served';
import { SiteWaivers, type Waivers } from './waivers';

/** What the judge has to know of a site. */
export interface JudgedSiteProps {
  /** Construct path of the site, or the name that findings about it as a whole have. */
  readonly path: string;
  readonly release: StrimziRelease;
  readonly platform: PlatformName;
  readonly kubernetesCluster: string;
  readonly namespace: string;
  readonly waivers: Waivers;
}

/** What is to be known of a kind of object at a site. */
interface KindFacts {
  readonly apiVersion: string;
  readonly kind: string;
  /** Version of its operator at the site; absent: no release of an operator tells. */
  readonly version: string | undefined;
  /** Why the operators of the site do not see it; absent: they do. */
  readonly unserved: Unserved | undefined;
  readonly rules: ReturnType<typeof kindRules>;
}

/** A site as the judge sees it. */
export class JudgedSite {
  readonly facts: SiteFacts;
  readonly waivers: SiteWaivers;
  private readonly release: StrimziRelease;
  private readonly rules = new Map<Noun, ReturnType<typeof objectRules>>();
  private last?: KindFacts;

  constructor({ path, release, platform, kubernetesCluster, namespace, waivers }: JudgedSiteProps) {
    this.release = release;
    this.facts = { platform, release: release.facts, kubernetesCluster, namespace };
    this.waivers = new SiteWaivers(path, waivers);
  }

  /** The rules that one object of a noun can break here. */
  objectRules(noun: Noun): ReturnType<typeof objectRules> {
    const known = this.rules.get(noun) ?? objectRules(noun).filter((rule) => holdsFor(rule, this.facts.release));
    this.rules.set(noun, known);
    return known;
  }

  /** Objects come kind by kind, so the one before is mostly of the same. */
  kindFacts({ apiVersion, kind }: { readonly apiVersion: string; readonly kind: string }): KindFacts {
    if (this.last?.kind === kind && this.last.apiVersion === apiVersion) return this.last;
    const unserved = unservedBy(this.release, { apiVersion, kind });
    const rules = kindRules(`${apiVersion.replace(/\/.*/, '')}/${kind}`);
    return (this.last = {
      apiVersion,
      kind,
      version: operatorVersion(this.release, { apiVersion, kind }),
      unserved,
      rules: rules.filter((rule) => holdsFor(rule, this.facts.release)),
    });
  }
}
