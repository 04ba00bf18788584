import type { ClientRecord, ClientSettings } from '../../model/client';
import { consumptionOf, productionOf } from '../../model/client-role';
import type { Config } from '../../model/resource';
import type { Endpoint, LoginRecord, TrustedCertificate } from '../../model/endpoint';
import type { SecretKey } from '../../model/user';
import { defined } from '../common/codec';
import { pathOf } from '../common/secret-files';
import { storeBeside } from '../operator-names';
import { mountedSecrets } from './contracts';
import { mechanismOf } from './login';
import { oauthSettings } from './oauth';
import { MECHANISMS } from './sasl';
import { securityProtocolOf } from './write-environment';

/** What an application has to be told, for a function that names the variables. */
export function clientSettings(client: ClientRecord): ClientSettings {
  const { endpoint, role, credentialsAs } = client;
  const { group, topics = [] } = consumptionOf(role) ?? {};
  const mounts = mountedSecrets(client);
  return defined({
    bootstrapServers: endpoint.bootstrapServers,
    securityProtocol: securityProtocolOf(endpoint),
    ...certificateSettings(endpoint, credentialsAs === 'pkcs12'),
    ...passwordSettings(endpoint),
    producesTo: productionOf(role),
    consumesFrom: topics,
    group,
    applicationId: role.type === 'streams' || role.type === 'program' ? role.applicationId : undefined,
    pathOf: (key: SecretKey) => pathOf(key, mounts),
  });
}

function certificateSettings({ trust: [authority] = [], credentials }: Endpoint, inStores: boolean) {
  const pair = credentials?.type === 'tls' ? credentials : undefined;
  return {
    ...(authority && { caCertificate: { secret: authority.secret, key: authority.certificate } }),
    ...(authority && inStores && storeOf(authority, 'trustStore', 'trustStorePassword')),
    ...(pair && {
      userCertificate: { secret: pair.secret, key: pair.certificate },
      userKey: { secret: pair.secret, key: pair.key },
    }),
    ...(pair && inStores && storeOf(pair, 'keyStore', 'keyStorePassword')),
  };
}

function passwordSettings({ credentials, login }: Endpoint): Partial<ClientSettings> {
  if (login) return defined({ saslMechanism: mechanismOf(login), ...loginSettings(login) });
  if (!credentials || credentials.type === 'tls') return {};
  const { type, username, password } = credentials;
  return { saslMechanism: MECHANISMS[type], username, password };
}

function loginSettings(login: LoginRecord): Partial<ClientSettings> {
  if (login.type === 'oauth') return { oauth: oauthSettings(login) };
  return login['config'] === undefined ? {} : { loginConfig: login['config'] as Config };
}

/** The store beside a certificate, and its password, under their names. */
function storeOf(
  { secret, certificate }: TrustedCertificate,
  name: 'trustStore' | 'keyStore',
  passwordName: 'trustStorePassword' | 'keyStorePassword',
): Partial<ClientSettings> {
  const { store, password } = storeBeside(certificate);
  return { [name]: { secret, key: store }, [passwordName]: { secret, key: password } };
}
