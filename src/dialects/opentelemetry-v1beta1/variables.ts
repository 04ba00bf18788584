import { list, map, text } from '../../model/guarded';
import type { SecretKey } from '../../model/user';
import type { WireEnv } from '../common/pods';

/** A variable in the text of a configuration: the ConfigMap that it becomes is no place for secrets. */
export function reference(variable: string): string {
  return `\${env:${variable}}`;
}

/** A variable that comes from a Secret. */
export function secretVariable(name: string, { secret, key }: SecretKey): WireEnv[number] {
  return { name, valueFrom: { secretKeyRef: { name: secret, key } } };
}

/** The key of a Secret that a text is a reference to; the inverse of both. */
export function secretReferredTo(value: unknown, env: WireEnv | undefined): SecretKey | undefined {
  const [, name] = /^\$\{env:([^}:]+)\}$/.exec(text(value) ?? '') ?? [];
  const variable = name === undefined ? undefined : list(env).find((item) => map(item)['name'] === name);
  const from = map(map(map(variable)['valueFrom'])['secretKeyRef']);
  const [secret, key] = [text(from['name']), text(from['key'])];
  return secret === undefined || key === undefined ? undefined : { secret, key };
}
