import { list, map, text } from '../model/guarded';
import { isSecretName } from '../model/secret-names';
import { everywhere, KINDS_WITH_PODS, strimziKinds } from './kinds';
import { fieldsAt, type Place } from './places';
import { kindRule, type Breach, type JudgedKind } from './rule';

/** A secret is not typed into a manifest. */
export const secretTyped = kindRule({
  id: 'secret-typed',
  summary: 'Passwords, tokens and keys are not typed into manifests, which many can read.',
  remedy: 'Take it from a Secret that is not kept beside the manifests: valueFrom.secretKeyRef, or a config provider.',
  effect: 'unlooked',
  source: 'Nobody checks it; whoever reads the repository, or may read the object, knows the secret.',
  kinds: [...KINDS_WITH_PODS, ...strimziKinds('KafkaConnector'), 'v1/Secret'],
  check({ manifest }, report) {
    const found =
      manifest.kind === 'Secret'
        ? inSecret(manifest)
        : [...inVariables(manifest), ...inSettings(manifest), ...inTracing(manifest)];
    for (const breach of found) report(breach);
  },
});

function inVariables({ spec }: JudgedKind['manifest']): Breach[] {
  return everywhere(spec, 'env', ['spec']).flatMap(({ field, value: env }) =>
    list(env).flatMap((variable, index): Breach[] => {
      const { name, value } = map(variable);
      if (typeof name !== 'string' || !isTyped(name, value)) return [];
      const message = `Variable ${name} has its secret typed in.`;
      return [{ field: [...field, index, 'value'], allowed: 'valueFrom.secretKeyRef in its place', message }];
    }),
  );
}

/** Settings of programs: maps that are called `config`, or end so. */
function inSettings({ spec }: JudgedKind['manifest']): Breach[] {
  return ['config', 'listenerConfig'].flatMap((name) =>
    everywhere(spec, name, ['spec'])
      .flatMap((settings) => fieldsOf(settings))
      .flatMap(typedBreach),
  );
}

/** Settings of tracing backends, whose maps are in maps: options of a Jaeger, configurations of collectors. */
function inTracing({ kind, spec }: JudgedKind['manifest']): Breach[] {
  if (kind === 'Jaeger') return everywhere(spec, 'options', ['spec']).flatMap(leavesOf).flatMap(typedBreach);
  if (kind !== 'OpenTelemetryCollector') return [];
  return leavesOf({ field: ['spec', 'config'], value: map(spec)['config'] }).flatMap(typedBreach);
}

function leavesOf(settings: Place): (Place & { readonly name: string })[] {
  return fieldsOf(settings).flatMap((each) =>
    typeof each.value === 'object' && each.value !== null ? leavesOf(each) : [each],
  );
}

function fieldsOf({ field: at, value: settings }: Place): (Place & { readonly name: string })[] {
  return Object.entries(map(settings)).map(([name, value]) => ({ name, field: [...at, name], value }));
}

function typedBreach({ name, field, value }: Place & { readonly name: string }): Breach[] {
  return isTyped(name, value) ? [{ field, message: `Setting ${name} has its secret typed in.` }] : [];
}

/** A Secret is told once, whatever it holds; one that a tool encrypted, or is to fill, is none. */
function inSecret(manifest: JudgedKind['manifest']): Breach[] {
  if (manifest['sops'] !== undefined) return [];
  return ['stringData', 'data'].flatMap((holder): Breach[] => {
    const names = fieldsAt(manifest, holder).flatMap(({ name, value }) =>
      isPublic(name) || !isTelling(name, decoded(holder, value)) ? [] : [name],
    );
    if (names.length === 0) return [];
    return [
      {
        field: [holder],
        allowed: 'a Secret that somebody makes in the cluster, or that is encrypted',
        message: `The Secret has its values typed in: ${names.join(', ')}.`,
        remedy: 'Let an ExternalSecret, a SealedSecret or an operator make it.',
      },
    ];
  });
}

/** A file of settings tells a secret where one of them does. */
function isTelling(name: string, value: unknown): boolean {
  if (!/\.(ya?ml|json|conf|cfg|ini|xml|toml|properties)$/.test(name)) return isTold(value);
  return /(password|secret|token|passphrase|api[_-]?key)["']?\s*[:=]\s*["']?[^\s"'${<]/i.test(text(value) ?? '');
}

/** What everybody may know: certificates, and who somebody is. */
function isPublic(name: string): boolean {
  return /(^|[._-])(crt|cert|pem|user|username|url|host|port)$/i.test(name) && !/key/i.test(name);
}

function decoded(holder: string, value: unknown): unknown {
  return holder === 'data' && typeof value === 'string' ? Buffer.from(value, 'base64').toString('utf8') : value;
}

function isTyped(name: string, value: unknown): boolean {
  if (!(isSecretName(name) || isHeader(name)) || !isTold(value)) return false;
  return !/jaas[._-]?config$/i.test(name) || /(password|secret)\s*=\s*(?!["']?\$)/i.test(text(value) ?? '');
}

/** Headers that say who a program is. */
function isHeader(name: string): boolean {
  return /^(proxy-)?authorization$/i.test(name);
}

/** Whether a value is meant: not empty, a reference, a place to be filled, a path, or a yes or no. */
function isTold(value: unknown): boolean {
  if (typeof value === 'number') return true;
  const given = text(value)?.trim() ?? '';
  return given !== '' && !/^(\$[{(]|[<*{[/]|ENC\[|(true|false)$)/.test(given);
}
