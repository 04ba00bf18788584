import type { ResourceProps } from './resource';

/** Props of an object that asks its operator for something once, by annotations that the operator takes away. */
export function asking<P extends ResourceProps>(props: P, asked: Readonly<Record<string, string>> | undefined): P {
  if (!asked || Object.keys(asked).length === 0) return props;
  return { ...props, annotations: { ...props.annotations, ...asked } };
}
