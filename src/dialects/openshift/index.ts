import type { PlatformDialect } from '../dialect';
import { clientCodec } from '../kubernetes/client';
import { namespace } from '../kubernetes/namespace';
import { workloadCodec } from '../kubernetes/workload';
import { route } from './route';

const PODS = { choosesUsers: true };

/** What Red Hat OpenShift has. */
export const dialect: PlatformDialect = {
  namespace,
  client: clientCodec(PODS),
  workload: (kind) => workloadCodec(kind, PODS),
  exposure: route,
};
