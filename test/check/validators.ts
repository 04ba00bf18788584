import { StrimziRelease, type Manifest } from '../../src';
import { type FieldPath } from '../../src/model/field';
import type { ReleaseKind } from '../imports/crds';
import { strictValidator, type RuleOf } from '../schema/strict';

type ErrorsOf = (manifest: Manifest) => readonly FieldPath[];

/** What the operator's own CRDs refuse, by ajv; a schema is compiled when it is asked for the first time. */
export class Validators {
  private readonly compiled = new Map<ReleaseKind, ErrorsOf>();
  private readonly kinds: ReadonlyMap<string, ReleaseKind>;

  /** @param ruleOf - what judges the CEL rules */
  constructor(
    kinds: readonly ReleaseKind[],
    private readonly ruleOf: RuleOf,
  ) {
    this.kinds = new Map(kinds.map((kind) => [`${kind.version} ${kind.apiVersion} ${kind.kind}`, kind]));
  }

  /** The newest release whose CRD takes an object. */
  homeOf(object: Manifest): StrimziRelease | undefined {
    return StrimziRelease.ALL.findLast((release) => this.validator(release, object)?.(object).length === 0);
  }

  /** The fields that a release refuses of an object; where it does not serve the kind, that is the field. */
  errorsOf(release: StrimziRelease): ErrorsOf {
    return (manifest) => this.validator(release, manifest)?.(manifest) ?? [['apiVersion']];
  }

  private validator({ facts }: StrimziRelease, { apiVersion, kind }: Manifest): ErrorsOf | undefined {
    const served = this.kinds.get(`${facts.version} ${apiVersion} ${kind}`);
    if (!served) return undefined;
    const known = this.compiled.get(served) ?? this.compile(served);
    this.compiled.set(served, known);
    return known;
  }

  private compile(kind: ReleaseKind): ErrorsOf {
    const validate = strictValidator(kind, this.ruleOf);
    return (manifest) => validate(manifest).map(({ instancePath, params }) => pathOf(instancePath, params));
  }
}

/** The field of an error of ajv: `/spec/a~1b/0`, and what is missing or unknown there. */
function pathOf(instancePath: string, params: Readonly<Record<string, unknown>>): FieldPath {
  const steps = instancePath.split('/').slice(1);
  const path = steps.map((step) =>
    /^\d+$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~'),
  );
  const inside = params['missingProperty'] ?? params['additionalProperty'];
  return typeof inside === 'string' ? [...path, inside] : path;
}
