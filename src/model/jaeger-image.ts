/** The programs of Jaeger 1, as its own registry and Red Hat's call them. */
const JAEGER_1 = /^(all-in-one|jaeger-(all-in-one|agent|collector|ingester|query)(-rhel\d+)?)$/;
/** Where Jaeger 2 comes from, and nothing else. */
const JAEGER_2 = /(^|\/)jaegertracing\/jaeger$/;

/** The generation of Jaeger that a container image has; absent: its name does not tell, or its tag says otherwise. */
export function jaegerGeneration(image: string): 1 | 2 | undefined {
  const [, path = '', major] = /^([^@]*?)(?::v?(\d+)?[^/@:]*)?(?:@.*)?$/.exec(image) ?? [];
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (JAEGER_1.test(name) && (major === undefined || major === '1')) return 1;
  return JAEGER_2.test(path) && major !== '1' ? 2 : undefined;
}
