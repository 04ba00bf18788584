import { strimziKinds } from './kinds';
import { valueAtPath } from './places';
import { kindRule } from './rule';

/** Where an image of Kafka is named, and beside it the version that the operator goes by. */
const AT: Readonly<Record<string, string>> = {
  Kafka: 'spec.kafka',
  KafkaConnect: 'spec',
  KafkaConnectS2I: 'spec',
  KafkaMirrorMaker: 'spec',
  KafkaMirrorMaker2: 'spec',
};

/** An image has the Kafka that the operator takes it for. */
export const imageVersion = kindRule({
  id: 'image-version',
  summary: 'An image whose tag names a version of Kafka, as those of Strimzi do, is of the version of the object.',
  remedy: 'Give the version of the image, or leave the image out: the operator has one for each version.',
  effect: 'unlooked',
  source:
    'Nobody checks it: the operator writes the settings of the version, and Kafka may not start (Strimzi 0.18.0 to 1.2.0).',
  catalog: ['K-097'],
  kinds: strimziKinds(...Object.keys(AT)),
  check({ manifest, site }, report) {
    const at = AT[manifest.kind] ?? 'spec';
    const [given, asked] = [valueAtPath(manifest, `${at}.image`), valueAtPath(manifest, `${at}.version`)];
    const [, version] = typeof given === 'string' ? (/:[^:/]*\bkafka-(\d+\.\d+\.\d+)$/.exec(given) ?? []) : [];
    const wanted = typeof asked === 'string' ? asked : site.release.kafka.default;
    if (version === undefined || version === wanted) return;
    report({
      field: [...at.split('.'), 'image'],
      given,
      allowed: `an image of Kafka ${wanted}`,
      message: `The image is of Kafka ${version}, and the operator takes it for ${wanted}.`,
    });
  },
});
