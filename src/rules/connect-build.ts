import { text } from '../model/guarded';
import { strimziKinds } from './kinds';
import { placesOf } from './places';
import { kindRule } from './rule';

/** A build of an image with plugins makes an image of its own. */
export const connectBuild = kindRule({
  id: 'connect-build',
  summary: 'A build of Connect has plugins with a name each, and an image that is not the one which it begins with.',
  remedy: 'Give the plugin another name, or the output another image.',
  effect: 'refused',
  source: 'The operator refuses others with InvalidResource (Strimzi 0.45.2, 1.2.0, KafkaConnectBuild).',
  catalog: ['C-009', 'C-011'],
  kinds: strimziKinds('KafkaConnect'),
  check({ manifest }, report) {
    const names = new Set<string>();
    for (const { field, value } of placesOf(manifest, 'spec.build.plugins.*.name')) {
      const given = text(value) ?? '';
      if (names.has(given))
        report({
          field,
          given,
          allowed: 'a name that no other plugin has',
          message: `Another plugin is called "${given}".`,
        });
      names.add(given);
    }
    const [image] = placesOf(manifest, 'spec.image');
    const [output] = placesOf(manifest, 'spec.build.output.image');
    if (!image || !output || image.value !== output.value) return;
    report({
      field: output.field,
      given: output.value,
      allowed: 'another image than spec.image',
      message: 'The build would put its image in the place of the one that it begins with.',
    });
  },
});
