import { TRACING_APIS } from '../dialects/apis';
import type { Manifest } from '../dialects/common/codec';
import { StrimziRelease } from '../dialects/releases';
import type { FieldPath } from '../model/field';
import type { Release } from '../model/release';
import { partAt } from './pruned';
import { refusalsOf, type Refusal } from './refusals';

const TRACING: Readonly<Record<string, string>> = {
  'jaeger-v1': 'Jaeger v1 on its own operator',
  'opentelemetry-v1beta1': 'Jaeger v2 on the OpenTelemetry operator',
};

/** The releases that understand what an object says, found by asking their schemas. */
export class Speakers {
  private readonly releases = StrimziRelease.ALL;
  private readonly refused = new Map<Manifest, Map<StrimziRelease, readonly Refusal[] | undefined>>();

  /** @param manifests - the object in the words of each API that says all of it */
  constructor(private readonly manifests: readonly Manifest[]) {}

  /**
   * The release to name to somebody whose release cannot say a field: the first later one that takes it as a manifest
   * has it, or else the last one that did. Absent: none does, or it is no matter of releases.
   * @param isHeard - whether an operator looks at the field that its schema takes
   */
  of(
    path: FieldPath,
    { facts }: StrimziRelease,
    isHeard: (facts: Release) => boolean = () => true,
  ): string | undefined {
    const tracing = this.manifests.map(({ apiVersion }) => TRACING_APIS[apiVersion]).find((api) => api !== undefined);
    if (tracing) return TRACING[tracing];
    const place = this.releases.findIndex((release) => release.facts.version === facts.version);
    const speaks = (release: StrimziRelease): Manifest | undefined =>
      isHeard(release.facts) ? this.manifests.find((manifest) => this.takes(release, manifest, path)) : undefined;
    const later = this.releases.slice(place + 1).find(speaks);
    if (later) return later.name;
    const last = this.releases.slice(0, place + 1).findLast(speaks);
    if (last?.facts.version !== facts.version) return last && `${last.name}, the last one`;
    return `${last.name} as ${speaks(last)?.apiVersion}`;
  }

  private takes(release: StrimziRelease, manifest: Manifest, path: FieldPath): boolean {
    const known = this.refused.get(manifest) ?? new Map<StrimziRelease, readonly Refusal[] | undefined>();
    this.refused.set(manifest, known);
    if (!known.has(release)) known.set(release, refusalsOf(manifest, release));
    const refused = known.get(release);
    if (refused === undefined) return false;
    // Where the words have the field at another place, all of them are asked for.
    const isHere = partAt(manifest, path) !== undefined;
    return refused.every((refusal) => (isHere ? !isAbout(refusal, path) : refusal.code === 'kafka-version'));
  }
}

/** Whether a refusal is about the field, about a part of it, or about what it is a part of. */
function isAbout({ code, path: refused }: Refusal, path: FieldPath): boolean {
  if (code === 'required' && refused.length <= path.length) return false;
  return refused.every((step, at) => at >= path.length || step === path[at]);
}
