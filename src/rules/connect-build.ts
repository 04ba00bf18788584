import { text } from '../model/guarded';
import { strimziKinds } from './kinds';
import { placesOf } from './places';
import { kindRule, type Breach, type JudgedKind } from './rule';

/** Options that the operator lets through, and those that later ones let through besides. */
const KANIKO = [
  ...['--customPlatform', '--insecure', '--insecure-pull', '--insecure-registry', '--log-format', '--log-timestamp'],
  ...['--registry-mirror', '--reproducible', '--single-snapshot', '--skip-tls-verify', '--skip-tls-verify-pull'],
  ...['--skip-tls-verify-registry', '--verbosity', '--snapshotMode', '--use-new-run'],
];
const LATE_KANIKO = ['--custom-platform', '--registry-certificate', '--registry-client-cert', '--ignore-path'];
const BUILDAH = ['--authfile', '--cert-dir', '--creds', '--retry', '--retry-delay', '--tls-verify'];

/** A build of an image with plugins makes an image of its own. */
export const connectBuild = kindRule({
  id: 'connect-build',
  summary:
    'A build of Connect has plugins with a name each, an image that is not the one which it begins with, and options that it may be given.',
  remedy: 'Give the plugin another name, or the output another image.',
  effect: 'refused',
  source: 'The operator refuses others with InvalidResource (Strimzi 0.45.2, 1.2.0, KafkaConnectBuild).',
  catalog: ['C-009', 'C-011', 'C-013', 'C-014'],
  kinds: strimziKinds('KafkaConnect'),
  check({ manifest, site }, report) {
    for (const breach of wrongOptions(manifest, site)) report(breach);
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

/** Whether Kaniko or Buildah builds is a choice of the operator's: what one of them may be given is taken. */
function wrongOptions(manifest: JudgedKind['manifest'], { release }: JudgedKind['site']): Breach[] {
  const kaniko = [...KANIKO, ...(release.takes.lateKaniko ? LATE_KANIKO : [])];
  const allowed: Readonly<Record<string, readonly string[]>> = {
    additionalKanikoOptions: kaniko,
    additionalBuildOptions: [...kaniko, ...BUILDAH, '--decryption-key'],
    additionalPushOptions: [...BUILDAH, '--quiet'],
  };
  return Object.entries(allowed).flatMap(([name, options]) =>
    placesOf(manifest, `spec.build.output.${name}.*`)
      .filter(({ value }) => !options.includes((text(value) ?? '').replace(/=.*/s, '')))
      .map(({ field, value: given }) => ({
        field,
        given,
        allowed: options.join(', '),
        message: 'The operator does not let this option through.',
        remedy: 'Leave the option out.',
      })),
  );
}
