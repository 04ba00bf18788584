import { check, CheckedManifest, type CheckedSite } from '../check/check';
import type { Finding } from '../check/finding';
import { itemText, listed } from '../model/listed';
import type { Policy } from '../check/policy';
import type { Waivers } from '../check/waivers';
import { StrimziRelease } from '../dialects/releases';
import { faultsText, hold } from '../props/hold';
import type { PlatformName } from '../model/platform';

/** A site in the `properties` of a validation. */
export interface ValidatedSite {
  /** The operator release: a Strimzi version, `amq-streams-1.5` or `streams-2.9`. YAML needs quotes for `'0.50'`. */
  readonly release: string | number;
  /**
   * What the Kubernetes cluster is.
   * @default kubernetes
   */
  readonly platform?: PlatformName;
  /**
   * The Kubernetes cluster. Sites with one name reach each other's Services.
   * @default - the site's own, which no other is in
   */
  readonly kubernetesCluster?: string;
  /**
   * Namespace of the objects that name none.
   * @default - none
   */
  readonly namespace?: string;
  /**
   * Findings that were weighed and taken, by rule, each with the reason.
   * @default - none
   */
  readonly waivers?: Waivers;
  /**
   * What the organisation asks of topics and users there.
   * @default - nothing
   */
  readonly policies?: readonly Policy[];
}

/** The `properties` of a {@link StrimziValidation}: one site, or several with the files that are for each. */
export type StrimziValidationProps =
  | ValidatedSite
  | {
      readonly sites: readonly (ValidatedSite & {
        /** Names of files in the output folder, such as `madrid.k8s.yaml`. */
        readonly files: readonly string[];
      })[];
    };

/**
 * What cdk8s hands to a validation.
 * @see https://cdk8s.io/docs/latest/plugins/validation/
 */
export interface ValidationContext {
  /** Paths of the files that were written. */
  readonly manifests: readonly string[];
  /** What takes findings. */
  readonly report: {
    addViolation(violation: Violation): void;
    submit(status: 'success' | 'failure'): void;
  };
  /** What takes lines for whoever runs it. */
  readonly logger: { log(message: string): void };
  /** The objects of a file. */
  parseManifest(path: string): readonly unknown[];
}

/** A finding as cdk8s prints it. */
export interface Violation {
  /** Id of the rule. */
  readonly ruleName: string;
  /** What is wrong. */
  readonly recommendation: string;
  /** What to do. */
  readonly fix: string;
  /** The objects, each with its file and its fields. */
  readonly violatingResources: readonly {
    readonly resourceName: string;
    readonly locations: readonly string[];
    readonly manifestPath: string;
  }[];
}

/** An object of a file. */
interface Source {
  readonly file: string;
  readonly name: string;
}

/**
 * Judges what `cdk8s synth` wrote, whatever wrote it: name it under `validations` in `cdk8s.yaml`. Errors fail the
 * synthesis; warnings are told.
 */
export class StrimziValidation {
  private readonly sites: readonly (ValidatedSite & { readonly files?: readonly string[] })[];

  /** @throws where the properties are not of their type, or no release has the name of one */
  constructor(properties: StrimziValidationProps) {
    const { faults } = hold('new StrimziValidation', [properties]);
    if (faults.length > 0) throw new Error(`the properties of StrimziValidation are faulty\n${faultsText(faults)}`);
    this.sites = 'sites' in properties ? properties.sites : [properties];
    for (const { release } of this.sites) StrimziRelease.of(String(release));
  }

  /**
   * Judges the files and submits a report.
   * @throws where a site names a file that was not written
   */
  validate(context: ValidationContext): Promise<void> {
    const { manifests: files, report, logger } = context;
    const sources = new Map<string, Source>();
    const taken = new Set<string>();
    const sites = this.sites.map(({ files: wanted, ...site }, index): CheckedSite => {
      const own = wanted ? filesOf(wanted, files) : files;
      const manifests = own.flatMap((file) => objectsOf(file, context.parseManifest(file), sources));
      for (const file of own) taken.add(file);
      return { ...site, release: StrimziRelease.of(String(site.release)), path: `site ${index + 1}`, manifests };
    });
    for (const file of files) if (!taken.has(file)) logger.log(`${file} is of no site, and not judged`);
    const findings = check(sites);
    for (const finding of findings) report.addViolation(violation(finding, sources.get(finding.path)));
    report.submit(findings.some(({ severity }) => severity === 'error') ? 'failure' : 'success');
    return Promise.resolve();
  }
}

function filesOf(names: readonly string[], files: readonly string[]): string[] {
  return names.map((name) => {
    const file = files.find((path) => path === name || path.replaceAll('\\', '/').endsWith(`/${name}`));
    if (file === undefined) throw new Error(`no file ${name} was written; files are ${files.join(', ')}`);
    return file;
  });
}

function objectsOf(file: string, objects: readonly unknown[], sources: Map<string, Source>): CheckedManifest[] {
  return objects.flatMap((object, index) => {
    if (object === null) return []; // an empty document
    const { kind, metadata } = object as { readonly kind?: unknown; readonly metadata?: { readonly name?: unknown } };
    const name = typeof metadata?.name === 'string' ? metadata.name : `object ${index + 1}`;
    const path = `${file} ${String(kind)}/${name}`;
    for (const { within } of listed(object)) sources.set(path + itemText(within), { file, name });
    return [new CheckedManifest(object, path)];
  });
}

function violation({ rule, severity, path, field, allowed, message, remedy }: Finding, source?: Source): Violation {
  return {
    ruleName: rule,
    recommendation: severity === 'warning' ? `${message} (warning)` : message,
    fix: [remedy, ...(allowed === undefined ? [] : [`Allowed: ${allowed}.`])].filter(Boolean).join(' '),
    violatingResources: [
      {
        resourceName: source?.name ?? path,
        locations: [field ?? 'the object'],
        manifestPath: source?.file ?? 'cdk8s.yaml',
      },
    ],
  };
}
