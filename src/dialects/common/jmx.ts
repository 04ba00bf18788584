import type { JmxRecord } from '../../model/workload';
import { defined } from './codec';
import type { Fitting, Shape } from './shape';

/** What readers take JMX of a program for. */
export const JMX_SHAPE = { jmxOptions: { authentication: { type: 'text' } } } as const satisfies Shape;

type WireJmx = Fitting<typeof JMX_SHAPE>;

/** Spells JMX of a program. */
export function writeJmx({ jmx }: { readonly jmx?: JmxRecord }): WireJmx {
  if (!jmx) return {};
  const { authentication } = jmx;
  return { jmxOptions: defined({ authentication: authentication && { type: authentication } }) };
}

/** Reads JMX of a program. */
export function readJmx({ jmxOptions }: WireJmx): { jmx?: JmxRecord } {
  if (!jmxOptions) return {};
  return { jmx: jmxOptions.authentication?.type === 'password' ? { authentication: 'password' } : {} };
}
