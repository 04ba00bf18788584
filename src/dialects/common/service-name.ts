const LONGEST = 63;

/**
 * Name of a Service that the Jaeger and OpenTelemetry operators make for a resource: of the joined name at most 63
 * characters, cut out of the resource's part; what a Service cannot have becomes a hyphen.
 */
export function serviceName(resource: string, suffix: string): string {
  const joined = `${resource.slice(0, Math.max(0, LONGEST - suffix.length))}${suffix}`;
  return joined.replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '').replace(/[^a-z0-9]/g, '-');
}
