import { objectRule } from './rule';

/** The programs of Jaeger 1, as its own registry and Red Hat's call them. */
const JAEGER_1 = /^(all-in-one|jaeger-(all-in-one|agent|collector|ingester|query)(-rhel\d+)?)$/;
/** Where Jaeger 2 comes from, and nothing else. */
const JAEGER_2 = /(^|\/)jaegertracing\/jaeger$/;

/** A Jaeger runs an image of its own generation. */
export const jaegerImage = objectRule({
  id: 'jaeger-image',
  summary:
    'A Jaeger that the OpenTelemetry operator runs has an image of Jaeger 2, one of the Jaeger operator of Jaeger 1.',
  remedy: 'Leave the image out, or take one of the generation that the operator runs.',
  effect: 'fails',
  source:
    'Jaeger 1 is told all by flags, Jaeger 2 by a file (--config): each ends at once with what the other is given (Jaeger 1.17 to 1.65, 2.20).',
  nouns: ['tracingBackend'],
  check({ record: { image }, manifest }, report) {
    if (image === undefined) return;
    const generation = generationOf(image);
    if (manifest.apiVersion.startsWith('opentelemetry.io/') && generation === 1) {
      report({
        field: ['spec', 'image'],
        given: image,
        allowed: 'an image of Jaeger 2, such as quay.io/jaegertracing/jaeger',
        message: 'This is Jaeger 1, which does not know the configuration of a collector.',
      });
    }
    if (manifest.apiVersion.startsWith('jaegertracing.io/') && generation === 2) {
      report({
        field: ['spec', 'allInOne', 'image'],
        given: image,
        allowed: 'an image of Jaeger 1, such as jaegertracing/all-in-one',
        message: 'This is Jaeger 2, which does not know the flags that the Jaeger operator gives.',
      });
    }
  },
});

/** The generation of Jaeger that an image has; absent: its name does not tell, or its tag says otherwise. */
function generationOf(image: string): 1 | 2 | undefined {
  const [, path = '', major] = /^([^@]*?)(?::v?(\d+)?[^/@:]*)?(?:@.*)?$/.exec(image) ?? [];
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (JAEGER_1.test(name) && (major === undefined || major === '1')) return 1;
  return JAEGER_2.test(path) && major !== '1' ? 2 : undefined;
}
