import { isImageReference } from '../text/references';
import { everywhere, KINDS_WITH_PODS } from './kinds';
import { kindRule } from './rule';

/** An image can be pulled by its name. */
export const imageReference = kindRule({
  id: 'image-reference',
  summary: 'An image is named as registries name them: a host, a path, and a tag or a digest.',
  remedy: 'Write it as registry.example.com/team/image:tag, in lower-case letters but for the tag.',
  effect: 'fails',
  source: 'Kubernetes takes any text, and its pods stay in InvalidImageName.',
  kinds: KINDS_WITH_PODS,
  check({ manifest }, report) {
    for (const { field, value: given } of everywhere(manifest['spec'], 'image', ['spec'])) {
      if (typeof given !== 'string' || isReferenceOrTemplate(given)) continue;
      report({ field, given, allowed: 'the name of an image', message: `"${given}" names no image.` });
    }
  },
});

/** Output of an ImageStream, and what a tool fills in later, is for others to read. */
function isReferenceOrTemplate(image: string): boolean {
  return isImageReference(image) || /[${}<>]/.test(image) || image.trim() === '';
}
