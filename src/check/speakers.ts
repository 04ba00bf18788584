import { TRACING_APIS } from '../dialects/apis';
import type { Manifest } from '../dialects/common/codec';
import { StrimziRelease } from '../dialects/releases';
import { fieldText, type FieldPath } from '../model/field';
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
  private readonly refused = new Map<Manifest, Map<StrimziRelease, Refused | undefined>>();

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
    const known = this.refused.get(manifest) ?? new Map<StrimziRelease, Refused | undefined>();
    this.refused.set(manifest, known);
    if (!known.has(release)) known.set(release, refusedOf(refusalsOf(manifest, release)));
    const refused = known.get(release);
    if (refused === undefined) return false;
    // Where the words have the field at another place, all of them are asked for.
    if (partAt(manifest, path) === undefined) return refused.isWhole;
    const steps = path.map((_, at) => fieldText(path.slice(0, at + 1)));
    return !refused.around.has(fieldText(path)) && !steps.some((step) => refused.fields.has(step));
  }
}

/** What a release refuses of a manifest, to look fields up. */
interface Refused {
  readonly fields: ReadonlySet<string>;
  /** Parts that hold something refused. */
  readonly around: ReadonlySet<string>;
  /** Whether nothing is, but for the version of Kafka. */
  readonly isWhole: boolean;
}

function refusedOf(refusals: readonly Refusal[] | undefined): Refused | undefined {
  if (!refusals) return undefined;
  const partsOf = ({ path }: Refusal): string[] => path.map((_, at) => fieldText(path.slice(0, at)));
  return {
    // A field that is missing is none that the manifest has.
    fields: new Set(refusals.flatMap(({ code, path }) => (code === 'required' ? [] : [fieldText(path)]))),
    around: new Set(refusals.flatMap(partsOf)),
    isWhole: refusals.every(({ code }) => code === 'kafka-version'),
  };
}
