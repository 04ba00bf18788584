import { jaegerGeneration } from '../model/jaeger-image';
import { text } from '../model/guarded';
import { valueAtPath } from './places';
import { objectRule } from './rule';

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
  check({ manifest }, report) {
    const image = imageIn(manifest, 'spec.image');
    if (manifest.apiVersion.startsWith('opentelemetry.io/') && jaegerGeneration(image) === 1) {
      report({
        field: ['spec', 'image'],
        given: image,
        allowed: 'an image of Jaeger 2, such as quay.io/jaegertracing/jaeger',
        message: 'This is Jaeger 1, which does not know the configuration of a collector.',
      });
    }
    const ofAll = imageIn(manifest, 'spec.allInOne.image');
    if (manifest.apiVersion.startsWith('jaegertracing.io/') && jaegerGeneration(ofAll) === 2) {
      report({
        field: ['spec', 'allInOne', 'image'],
        given: ofAll,
        allowed: 'an image of Jaeger 1, such as jaegertracing/all-in-one',
        message: 'This is Jaeger 2, which does not know the flags that the Jaeger operator gives.',
      });
    }
  },
});

function imageIn(manifest: unknown, path: string): string {
  return text(valueAtPath(manifest, path)) ?? '';
}
