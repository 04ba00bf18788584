import type { PlatformDialect } from '../dialect';
import { clientCodec } from '../kubernetes/client';
import { namespace } from '../kubernetes/namespace';
import { route } from './route';

/** What Red Hat OpenShift has. */
export const dialect: PlatformDialect = {
  namespace,
  client: clientCodec({ choosesUsers: true }),
  exposure: route,
};
