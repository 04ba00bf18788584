import type { PlatformDialect } from '../dialect';
import { clientCodec } from './client';
import { ingress } from './ingress';
import { namespace } from './namespace';

/** What every Kubernetes has. */
export const dialect: PlatformDialect = {
  namespace,
  client: clientCodec({ choosesUsers: false }),
  exposure: ingress,
};
