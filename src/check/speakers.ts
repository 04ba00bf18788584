import { TRACING_APIS } from '../dialects/apis';
import type { Manifest } from '../dialects/common/codec';
import { StrimziRelease } from '../dialects/releases';
import type { FieldPath } from '../model/field';
import type { Release } from '../model/release';
import { isServedAt, type Kind } from '../schema';
import { refusalsOf, type Refusal } from './refusals';

const TRACING: Readonly<Record<string, string>> = {
  'jaeger-v1': 'Jaeger v1 on its own operator',
  'opentelemetry-v1beta1': 'Jaeger v2 on the OpenTelemetry operator',
};

/** The newest release that serves a kind. */
export function newestServing(kind: Kind): StrimziRelease | undefined {
  return StrimziRelease.ALL.findLast(({ facts }) => isServedAt(kind, facts.version));
}

/** The releases that understand the fields of a manifest, found by asking their schemas. */
export class Speakers {
  private readonly releases = StrimziRelease.ALL;
  private readonly refused = new Map<StrimziRelease, readonly Refusal[] | undefined>();

  constructor(private readonly manifest: Manifest) {}

  /**
   * The release to name to somebody whose release cannot say a field: the first later one that takes it as the manifest
   * has it, or else the last one that did. Absent: none does, or it is no matter of releases.
   * @param isHeard - whether an operator looks at the field that its schema takes
   */
  of(
    path: FieldPath,
    { facts }: StrimziRelease,
    isHeard: (facts: Release) => boolean = () => true,
  ): string | undefined {
    const { apiVersion } = this.manifest;
    const tracing = Object.hasOwn(TRACING_APIS, apiVersion) ? TRACING_APIS[apiVersion] : undefined;
    if (tracing) return TRACING[tracing];
    const place = this.releases.findIndex((release) => release.facts.version === facts.version);
    const speaks = (release: StrimziRelease): boolean => isHeard(release.facts) && this.takes(release, path);
    const later = this.releases.find((release, at) => at > place && speaks(release));
    if (later) return later.name;
    const last = this.releases.findLast((release, at) => at <= place && speaks(release));
    return (
      last && (last.facts.version === facts.version ? `${last.name} as ${apiVersion}` : `${last.name}, the last one`)
    );
  }

  private takes(release: StrimziRelease, path: FieldPath): boolean {
    if (!this.refused.has(release)) this.refused.set(release, refusalsOf(this.manifest, release));
    const refused = this.refused.get(release);
    return refused !== undefined && !refused.some((refusal) => isAbout(refusal, path));
  }
}

/** Whether a refusal is about the field, about a part of it, or about what it is a part of. */
function isAbout({ code, path: refused }: Refusal, path: FieldPath): boolean {
  if (code === 'required' && refused.length <= path.length) return false;
  return refused.every((step, at) => at >= path.length || step === path[at]);
}
