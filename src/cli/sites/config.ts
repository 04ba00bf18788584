import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { policyFile } from '../../check/load';
import { policyRecords } from '../../check/policy';
import { fieldText, type FieldPath } from '../../model/field';
import { DNS_LABEL } from '../../model/names';
import type { PlatformName } from '../../model/platform';
import type { PolicyRecord } from '../../model/policy';
import { nearestNames } from '../../text/nearest';
import type { Span } from '../../yaml/content';
import { contentOf } from '../../yaml/documents';
import { Positions } from '../../yaml/positions';
import { readText } from '../../yaml/text';
import { CONFIG_FILE, STANDARD_INPUT } from '../files/walk';
import { UsageError } from '../io';
import { matchesGlob } from './globs';
import { PLATFORMS, releaseOf, type FileSite } from './site';

/** The configuration file of a folder, or of the nearest folder above that has one. */
export function findConfig(folder: string): string | undefined {
  const file = join(folder, CONFIG_FILE);
  if (existsSync(file)) return file;
  const above = dirname(folder);
  return above === folder ? undefined : findConfig(above);
}

/**
 * The sites that a configuration file describes.
 * @throws UsageError with all that is wrong with the file
 */
export function readConfig(file: string, cwd: string): readonly FileSite[] {
  const full = resolve(cwd, file);
  const told = relative(cwd, full).split(sep).join('/');
  const read = readText(full, cwd);
  if (!('text' in read)) throw new UsageError(`${told} cannot be read: ${read.unreadable}`);
  const { documents, problems } = contentOf(read.text);
  const [broken] = problems;
  if (broken) throw new UsageError(`${told}:${broken.line}:${broken.column}: ${broken.message}`);
  const [document] = documents;
  const positions = new Positions(read.text, document?.span ?? NO_SPAN);
  const config = new ConfigReader(cwd, dirname(full), told, positions);
  const sites = config.sitesOf(document?.value);
  if (config.faults.length === 0) return sites;
  const lines = config.faults.map(({ path, message }) => {
    const { line, column } = positions.regionOf(path);
    return `${told}:${line}:${column}: ${message}`;
  });
  throw new UsageError(lines.join('\n'));
}

const NO_SPAN: Span = { start: 0, first: 0, end: 0, line: 1, firstLine: 1 };
const EXAMPLE = "'sites: {madrid: {release: 0.45.2, paths: [madrid]}}', each site with its release and its files";
const SITE_FIELDS = ['release', 'paths', 'platform', 'kubernetesCluster', 'namespace', 'waivers', 'policies'];

type Fields = Readonly<Record<string, unknown>>;

/** Reads the parts of a configuration, and notes what is wrong with them. */
class ConfigReader {
  readonly faults: { readonly path: FieldPath; readonly message: string }[] = [];

  constructor(
    private readonly cwd: string,
    /** What paths are relative to. */
    private readonly folder: string,
    /** The file, as it is told. */
    private readonly file: string,
    private readonly positions: Positions,
  ) {}

  sitesOf(config: unknown): FileSite[] {
    const top = config === undefined || config === null ? {} : this.fields([], config, ['sites', 'policies']);
    const policies = this.policies(['policies'], top.policies);
    const sites = this.fields(['sites'], top.sites ?? {});
    if (Object.keys(sites).length === 0 && this.faults.length === 0) {
      const what =
        top.sites === undefined ? 'the file describes no sites; write' : 'sites must name one site at least:';
      this.fault(['sites'], `${what} ${EXAMPLE}`);
    }
    return Object.entries(sites).flatMap(([name, value]) => {
      const site = this.siteOf(name, value);
      return site ? [{ ...site, policies: [...policies, ...(site.policies ?? [])] }] : [];
    });
  }

  private siteOf(name: string, value: unknown): FileSite | undefined {
    const at = ['sites', name];
    const site = this.fields(at, value, SITE_FIELDS);
    if (name.trim() === '') this.fault(at, 'a site needs a name');
    const given = this.text(at, site, 'release');
    const release = given === undefined ? undefined : releaseOf(given);
    if (typeof release === 'string') this.fault([...at, 'release'], release);
    if (site.release === undefined && !Object.keys(site).some(isMeantForRelease)) {
      this.fault(at, `${fieldText(at)} needs a release, such as 'release: 1.2': that of the operators that run there`);
    }
    const patterns = this.patterns([...at, 'paths'], site.paths);
    const texts = patterns.map(({ pattern }) => pattern);
    const kubernetesCluster = this.text(at, site, 'kubernetesCluster');
    const namespace = this.text(at, site, 'namespace');
    if (namespace !== undefined && !DNS_LABEL.isLegal(namespace)) {
      this.fault(
        [...at, 'namespace'],
        `"${namespace}" cannot be the name of a namespace; allowed: ${DNS_LABEL.allowed}`,
      );
    }
    const platform = this.platform(at, site);
    const waivers = this.waivers([...at, 'waivers'], site.waivers);
    const policies = this.policies([...at, 'policies'], site.policies);
    if (release === undefined || typeof release === 'string') return undefined;
    const holds = (file: string) => this.isMatched(file, texts);
    return {
      name,
      release,
      platform,
      ...(kubernetesCluster !== undefined && { kubernetesCluster }),
      ...(namespace !== undefined && { namespace }),
      waivers,
      policies,
      placeOf: (field) => ({ file: this.file, ...this.positions.regionOf([...at, ...field]) }),
      holds,
      absent: patterns.flatMap(({ pattern, at: place }) => this.absent(pattern, place)),
    };
  }

  /** What to say of a path that leads to nothing. One with wildcards may do so. */
  private absent(pattern: string, at: FieldPath): string[] {
    if (/[*?]/.test(pattern) || existsSync(join(this.folder, pattern))) return [];
    const { line, column } = this.positions.regionOf(at);
    const hint = /[[{]/.test(pattern) ? '; of wildcards there are *, ** and ?' : '';
    return [`${this.file}:${line}:${column}: there is no file or folder ${pattern}${hint}`];
  }

  private isMatched(file: string, patterns: readonly string[]): boolean {
    if (file === STANDARD_INPUT) return false;
    const path = relative(this.folder, resolve(this.cwd, file)).split(sep).join('/');
    return patterns.some((pattern) => matchesGlob(path, pattern));
  }

  private platform(at: FieldPath, site: Fields): PlatformName {
    const given = this.text(at, site, 'platform') ?? 'kubernetes';
    const platform = PLATFORMS.find((each) => each === given);
    if (!platform)
      this.fault([...at, 'platform'], `there is no platform "${given}"; platforms are ${PLATFORMS.join(', ')}`);
    return platform ?? 'kubernetes';
  }

  private patterns(at: FieldPath, value: unknown): { readonly pattern: string; readonly at: FieldPath }[] {
    const list: unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
    if (list.length === 0) {
      this.fault(at, `${fieldText(at)} must name the files of the site, such as 'paths: [madrid, shared/*.yaml]'`);
    }
    return list.flatMap((pattern, index) => {
      const here = Array.isArray(value) ? [...at, index] : at;
      if (typeof pattern !== 'string') this.fault(here, `${fieldText(at)} takes paths, not ${JSON.stringify(pattern)}`);
      else if (!isBelow(pattern)) this.fault(here, `${pattern} is not below the folder of this file`);
      else return { pattern, at: here };
      return [];
    });
  }

  private waivers(at: FieldPath, value: unknown): Record<string, string> {
    const waivers: Record<string, string> = {};
    for (const [rule, reason] of Object.entries(value === undefined ? {} : this.fields(at, value))) {
      if (typeof reason === 'string' && reason.trim() !== '') waivers[rule] = reason;
      else this.fault([...at, rule], `a waiver needs a reason, such as '${rule}: It was weighed.'`);
    }
    return waivers;
  }

  private policies(at: FieldPath, value: unknown): readonly PolicyRecord[] {
    if (value === undefined) return [];
    const { policies, faults } = policyFile().readPolicies(value);
    for (const { path, message, remedy } of faults) this.fault([...at, ...path], `${message} ${remedy}`);
    return policyRecords(policies);
  }

  /** A text; a number is taken for the text that it is written as, as in `release: 0.40`. */
  private text(at: FieldPath, fields: Fields, name: string): string | undefined {
    const value = fields[name];
    if (value === undefined || typeof value === 'string') return value;
    if (typeof value === 'number') return this.positions.writtenAt([...at, name]);
    this.fault([...at, name], `${fieldText([...at, name])} takes text, not ${JSON.stringify(value)}`);
    return undefined;
  }

  /** The fields of a mapping, of which none but those known may be there. */
  private fields(at: FieldPath, value: unknown, known?: readonly string[]): Fields {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      const what = at.length === 0 ? 'the file' : fieldText(at);
      this.fault(at, `${what} must be a mapping${known ? ` of ${known.join(', ')}` : ''}`);
      return {};
    }
    if (known) for (const name of Object.keys(value)) this.noteUnknown([...at, name], name, known);
    return value as Fields;
  }

  private noteUnknown(path: FieldPath, name: string, known: readonly string[]): void {
    if (known.includes(name)) return;
    const [nearest] = nearestNames(name, known);
    const instead = nearest === undefined ? `fields are ${known.join(', ')}` : `did you mean ${nearest}?`;
    this.fault(path, `there is no field ${name}; ${instead}`);
  }

  private fault(path: FieldPath, message: string): void {
    this.faults.push({ path, message });
  }
}

/** A slip of the name is told already. */
function isMeantForRelease(name: string): boolean {
  return !SITE_FIELDS.includes(name) && nearestNames(name, SITE_FIELDS)[0] === 'release';
}

function isBelow(pattern: string): boolean {
  return !pattern.startsWith('/') && !pattern.split('/').includes('..');
}
