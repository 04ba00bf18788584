import { dirname, relative, resolve, sep } from 'node:path';
import { DNS_LABEL } from '../../model/names';
import type { PlatformName } from '../../model/platform';
import type { Arguments } from '../arguments';
import { CONFIG_FILE } from '../files/walk';
import { UsageError, type Io } from '../io';
import { findConfig, readConfig } from './config';
import { releaseOf, type FileSite } from './site';

/** Sites that a call names. */
export interface NamedSites {
  readonly sites: readonly FileSite[];
  /** The file that describes them; absent: options do. */
  readonly config?: string;
}

/**
 * The sites that options or a configuration file describe.
 * @throws UsageError where neither does
 */
export function namedSites(args: Arguments, io: Io): NamedSites {
  const named = namedSitesIfAny(args, io);
  if (!named) throw new UsageError(`what is right depends on the operators' release: ${HOW_TO_NAME_SITES}`);
  return named;
}

/** How a call names sites, for messages. */
export const HOW_TO_NAME_SITES = `name it, as in --release 1.2, or describe the sites in a file ${CONFIG_FILE}`;

/** The sites that options or a configuration file describe; absent: neither does. */
export function namedSitesIfAny(args: Arguments, io: Io): NamedSites | undefined {
  const release = args.text('release');
  const named = args.text('config');
  if (release !== undefined) {
    if (named !== undefined) throw new UsageError('--release makes one site of all files; leave out --config');
    return { sites: [siteOf(release, args)] };
  }
  for (const option of ['platform', 'namespace']) {
    if (args.has(option)) throw new UsageError(`--${option} goes with --release; a site of ${CONFIG_FILE} has its own`);
  }
  const config = named ?? findConfig(io.cwd);
  if (config === undefined) return undefined;
  return { sites: readConfig(config, io.cwd), config: resolve(io.cwd, config) };
}

function siteOf(name: string, args: Arguments): FileSite {
  const release = releaseOf(name);
  if (typeof release === 'string') throw new UsageError(release);
  const namespace = args.text('namespace');
  if (namespace !== undefined && !DNS_LABEL.isLegal(namespace))
    throw new UsageError(`"${namespace}" cannot be the name of a namespace; allowed: ${DNS_LABEL.allowed}`);
  return {
    name: '',
    release,
    platform: (args.text('platform') ?? 'kubernetes') as PlatformName,
    ...(namespace !== undefined && { namespace }),
    waivers: {},
    holds: () => true,
  };
}

/** The folder of the configuration file, where a call names no path. */
export function defaultPaths(config: string | undefined, { cwd }: Io, command: string): readonly string[] {
  if (config === undefined) throw new UsageError(`name the files or folders to ${command}, or - for standard input`);
  const folder = relative(cwd, dirname(config)).split(sep).join('/');
  return [folder === '' ? '.' : folder];
}
