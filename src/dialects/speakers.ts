import { STRIMZI_APIS, TRACING_APIS } from './apis';
import { StrimziRelease } from './releases';

/** Releases, the oldest first. */
const RELEASES: readonly StrimziRelease[] = [StrimziRelease.V0_18, StrimziRelease.V0_45, StrimziRelease.V1_2];

const TRACING: Readonly<Record<string, string>> = {
  'jaeger-v1': 'Jaeger v1 on its own operator',
  'opentelemetry-v1beta1': 'Jaeger v2 on the OpenTelemetry operator',
};

/** The newest release that speaks an API of Strimzi. */
export function newestSpeakerOf(apiVersion: string): StrimziRelease | undefined {
  const dialect = Object.hasOwn(STRIMZI_APIS, apiVersion) ? STRIMZI_APIS[apiVersion] : undefined;
  return RELEASES.findLast((release) => release.facts.dialect === dialect);
}

/**
 * The release to name to somebody whose release cannot say what an API can: the first later one that speaks it, or the
 * last one that did. Absent: that API has nothing to do with releases.
 */
export function speakerOf(apiVersion: string, { facts }: StrimziRelease): string | undefined {
  const tracing = Object.hasOwn(TRACING_APIS, apiVersion) ? TRACING_APIS[apiVersion] : undefined;
  if (tracing) return TRACING[tracing];
  const dialect = Object.hasOwn(STRIMZI_APIS, apiVersion) ? STRIMZI_APIS[apiVersion] : undefined;
  const speakers = RELEASES.filter((release) => release.facts.dialect === dialect);
  const place = RELEASES.findIndex((release) => release.facts.version === facts.version);
  const later = speakers.find((release) => RELEASES.indexOf(release) > place);
  const last = speakers.at(-1);
  if (later) return later.name;
  return last && last.facts.version !== facts.version ? `${last.name}, the last one` : undefined;
}
