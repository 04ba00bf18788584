import { map, text } from '../../model/guarded';
import type { Manifest } from '../common/codec';

const PREFIX = 'reflector.v1.k8s.emberstack.com';
const REFLECTS = `${PREFIX}/reflects`;

/**
 * Annotations of a Secret that others may be copies of: those of the namespaces, and of no others.
 * @see README and MirroringPropertiesExtensions of emberstack/kubernetes-reflector
 */
export function reflectable(namespaces: readonly string[]): Readonly<Record<string, string>> {
  return {
    [`${PREFIX}/reflection-allowed`]: 'true',
    [`${PREFIX}/reflection-allowed-namespaces`]: [...new Set(namespaces)].sort().join(','),
  };
}

/** Annotations of a Secret that Reflector fills with what another one has. */
export function reflection(namespace: string, secret: string): Readonly<Record<string, string>> {
  return { [REFLECTS]: `${namespace}/${secret}` };
}

/** Whether a Secret is one that Reflector fills. */
export function isReflection({ kind, metadata }: Manifest): boolean {
  return kind === 'Secret' && text(map(metadata['annotations'])[REFLECTS]) !== undefined;
}
