import type { PlatformDialect } from '../dialect';
import { clientCodec } from './client';
import { ingress } from './ingress';
import { namespace } from './namespace';
import { workloadCodec } from './workload';

const PODS = { choosesUsers: false };

/** What every Kubernetes has. */
export const dialect: PlatformDialect = {
  namespace,
  client: clientCodec(PODS),
  workload: (kind) => workloadCodec(kind, PODS),
  exposure: ingress,
};
