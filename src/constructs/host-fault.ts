import { isHost } from '../text/references';

/** What is wrong with a host, if one is given; absent: nothing. */
export function hostFault(
  host: string | undefined,
): { readonly given: string; readonly allowed: string; readonly message: string; readonly remedy: string } | undefined {
  if (host === undefined || isHost(host)) return undefined;
  const [, name = '', port] = /^(?:[a-z][a-z0-9+.-]*:\/\/)?([^/:]*)(:\d+)?/i.exec(host) ?? [];
  return {
    given: host,
    allowed: 'a name or an address, without scheme, port and path',
    message: `"${host}" is no host.`,
    remedy: isHost(name)
      ? `Give ${name}${port === undefined ? '' : ', and the port as port'}.`
      : 'Give the host alone.',
  };
}
