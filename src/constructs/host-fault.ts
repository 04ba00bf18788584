import { isHost } from '../text/references';

/** What is wrong with a host; absent: nothing. */
export function hostFault(
  host: string,
): { readonly given: string; readonly allowed: string; readonly message: string; readonly remedy: string } | undefined {
  if (isHost(host)) return undefined;
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
