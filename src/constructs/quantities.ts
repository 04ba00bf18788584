import type { Size } from 'cdk8s';

/** A size as a Kubernetes quantity. */
export function sizeText(size: Size | string): string {
  return typeof size === 'string' ? size : size.asString();
}
