import { clientOauth } from '../../src/rules/client-oauth';
import { tellOfManifest } from './harness';

const told = (authentication: object) =>
  tellOfManifest(clientOauth, { authentication: { type: 'oauth', ...authentication } });
const secret = { secretName: 'sso', key: 'secret' };
const server = { tokenEndpointUri: 'https://sso/token', clientId: 'shop' };

describe('client-oauth', () => {
  it.each([
    [{ accessToken: secret }],
    [{ accessTokenLocation: '/var/run/token' }],
    [{ ...server, clientSecret: secret }],
    [{ ...server, refreshToken: secret }],
    [{ ...server, clientAssertionLocation: '/var/run/assertion' }],
    [{ ...server, username: 'shop', passwordSecret: { secretName: 'sso', password: 'p' } }],
    [{ type: 'tls' }],
  ])('takes %j', (authentication) => {
    expect(told(authentication)).toEqual([]);
  });

  it.each([
    [{}, 'no tokenEndpointUri and no clientId'],
    [server, 'no clientSecret'],
    [{ clientId: 'shop', clientSecret: secret }, 'no tokenEndpointUri'],
    [{ ...server, username: 'shop' }, 'no clientSecret, refreshToken or password'],
  ])('refuses %j, which is not enough to get a token', (authentication, lack) => {
    const found = told(authentication);
    expect(found).toMatchObject([{ severity: 'error', field: 'spec.authentication' }]);
    expect(found[0]?.message).toContain(lack);
  });

  it('refuses numbers that are too small', () => {
    const found = told({ accessToken: secret, connectTimeoutSeconds: 0, httpRetries: -1, httpRetryPauseMs: 0 });
    expect(found.map(({ field }) => field)).toEqual([
      'spec.authentication.connectTimeoutSeconds',
      'spec.authentication.httpRetries',
    ]);
  });

  it('looks at both ends of a MirrorMaker 1, and at the one of a MirrorMaker 2 that Connect runs at', () => {
    const authentication = { type: 'oauth' };
    expect(tellOfManifest(clientOauth, { consumer: { authentication }, producer: { authentication } })).toHaveLength(2);
    const clusters = [
      { alias: 'source', authentication },
      { alias: 'target', authentication },
    ];
    expect(tellOfManifest(clientOauth, { connectCluster: 'target', clusters })).toMatchObject([
      { field: 'spec.clusters[1].authentication' },
    ]);
  });
});
