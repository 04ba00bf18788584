import type { StrimziRelease } from '../dialects/releases';
import { isTooDeep } from '../model/depth';
import { withoutGaps } from '../model/gaps';
import type { PlatformName } from '../model/platform';
import type { PolicyRecord } from '../model/policy';
import { fieldText } from '../model/field';
import { hold } from '../props/hold';
import type { PropFault } from '../props/kept';
import { faultFinding, type Finding } from './finding';
import { Judge } from './judge';
import { itemText, listed } from '../model/listed';
import { policyFaults, policyRecords, type Policy } from './policy';
import type { JudgedSite } from './site';
import type { Waivers } from './waivers';

/** A manifest, and where it comes from. */
export class CheckedManifest {
  constructor(
    /** The object as it stands in the file. */
    readonly manifest: unknown,
    /** What findings call its place, such as `manifests/kafka.yaml:12`. */
    readonly path: string,
  ) {}
}

/** Manifests that are for one site. */
export interface CheckedSite {
  /** The operator release that runs there. */
  readonly release: StrimziRelease;
  /**
   * What the Kubernetes cluster is.
   * @default kubernetes
   */
  readonly platform?: PlatformName;
  /**
   * The Kubernetes cluster that the site is in. Sites with one name reach each other's Services.
   * @default - the site's own, which no other is in
   */
  readonly kubernetesCluster?: string;
  /**
   * Namespace of the objects that name none.
   * @default - none: such objects are taken to be in one namespace, apart from all others
   */
  readonly namespace?: string;
  /**
   * What findings about the site as a whole call it.
   * @default - `site`, with its number from 1
   */
  readonly path?: string;
  /**
   * Findings that were weighed and taken, by rule, each with the reason.
   * @default - none
   */
  readonly waivers?: Waivers;
  /**
   * What the organisation asks of topics and users there.
   * @default - nothing
   */
  readonly policies?: readonly Policy[];
  /**
   * The objects, whoever wrote them: plain, and then findings call each by kind, namespace and name, or as a
   * {@link CheckedManifest}. Objects in a `List` are judged one by one.
   */
  readonly manifests: Iterable<unknown>;
}

/**
 * Says what is wrong with manifests, whoever wrote them: whether the site's release serves them, what their schemas
 * refuse, and which rules of the operators, of Kafka and of Kubernetes they break, alone or together.
 *
 * Of sites that are not of their type, that is all that is told.
 *
 * @returns findings in the order of the objects, then those of objects together; empty: nothing is wrong that can be seen
 *
 * @example
 * check({ release: StrimziRelease.V1_2, manifests: Testing.synth(chart) })
 */
export function check(sites: CheckedSite | readonly CheckedSite[]): readonly Finding[] {
  const held = hold('check', [sites]);
  if (held.faults.some(isGrave)) return held.faults.map(propFinding);
  const all = Array.isArray(sites) ? (sites as readonly CheckedSite[]) : [sites as CheckedSite];
  const faults = [...held.faults, ...all.flatMap(({ policies = [] }) => policyFaults(policies))];
  const ofProps = faults.map(propFinding);
  if (faults.some(isGrave)) return ofProps;
  const judge = new Judge();
  all.forEach((checked, index) => {
    const path = checked.path ?? `site ${index + 1}`;
    const {
      release,
      platform = 'kubernetes',
      kubernetesCluster = `of ${path}`,
      namespace = '',
      waivers = {},
    } = checked;
    const site = judge.addSite({ path, release, platform, kubernetesCluster, namespace, waivers });
    const policies = policyRecords(checked.policies ?? []);
    let number = 0;
    for (const item of checked.manifests) takeAll({ judge, site, policies }, located(item, ++number));
  });
  return [...ofProps, ...judge.conclude().findings];
}

function isGrave({ isHarmless = false }: PropFault): boolean {
  return !isHarmless;
}

function propFinding({ path, isHarmless = false, cause: _, ...fault }: PropFault): Finding {
  return faultFinding({
    ...fault,
    path: 'check',
    field: fieldText(path),
    ...(isHarmless && { effect: 'ignored' as const }),
  });
}

/** Who judges, and what is known of all objects of a site. */
interface Court {
  readonly judge: Judge;
  readonly site: JudgedSite;
  readonly policies: readonly PolicyRecord[];
}

function takeAll({ judge, site, policies }: Court, { manifest, path }: CheckedManifest): void {
  for (const { within, value } of listed(manifest)) {
    const said = isTooDeep(value) ? value : withoutGaps(value);
    judge.take({ place: { path: path + itemText(within) }, manifest: said, policies }, site);
  }
}

function located(item: unknown, number: number): CheckedManifest {
  if (item instanceof CheckedManifest) return item;
  const { kind, metadata } = (item ?? {}) as {
    readonly kind?: unknown;
    readonly metadata?: { readonly name?: unknown; readonly namespace?: unknown };
  };
  const { name, namespace } = metadata ?? {};
  if (typeof kind !== 'string' || typeof name !== 'string') return new CheckedManifest(item, `manifest ${number}`);
  return new CheckedManifest(item, [kind, ...(typeof namespace === 'string' ? [namespace] : []), name].join('/'));
}
