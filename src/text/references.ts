const HOST = /^[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?(\.[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?)*$/;
const PART = /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*$/;

/**
 * Whether a text refers to a container image: a host with a port, a path, a tag and a digest, of which the path alone is needed.
 * @see https://github.com/distribution/reference/blob/main/reference.go
 */
export function isImageReference(text: string): boolean {
  const [, name = '', tag = 'latest', digest = USUAL_DIGEST] = /^([^@]+?)(?::([^:/@]+))?(?:@(.+))?$/.exec(text) ?? [];
  return isRepository(name) && /^\w[\w.-]{0,127}$/.test(tag) && DIGEST.test(digest);
}

const DIGEST = /^[A-Za-z][A-Za-z0-9]*([+._-][A-Za-z0-9]+)*:[0-9a-fA-F]{32,}$/;
const USUAL_DIGEST = `sha256:${'0'.repeat(64)}`;

/** A path of lower-case names; the first part is a host where it could be no such name. */
function isRepository(name: string): boolean {
  const [first = '', ...others] = name.split('/');
  const hasHost = others.length > 0 && (/[.:A-Z]/.test(first) || first === 'localhost');
  if (!hasHost) return [first, ...others].every((part) => PART.test(part));
  return HOST.test(first.replace(/:\d+$/, '')) && others.every((part) => PART.test(part));
}

/** Whether a text is a host alone: a name or an address, without scheme, port or path. */
export function isHost(text: string): boolean {
  return (text.length <= 253 && HOST.test(text)) || /^\[?[0-9a-fA-F:]*:[0-9a-fA-F:.]*\]?$/.test(text);
}

/** Whether a text is a host and a port. */
export function isHostAndPort(text: string): boolean {
  const [, host = '', port = ''] = /^(.*):(\d{1,5})$/.exec(text) ?? [];
  return isHost(host) && Number(port) >= 1 && Number(port) <= 65535;
}
