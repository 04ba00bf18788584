import type { FieldPath } from '../model/field';
import { map, valueAt } from '../model/guarded';
import { nullsIn } from '../model/nulls';
import { kindRule, type Breach, type JudgedKind } from './rule';

/** A collector starts with its configuration. */
export const collectorConfig = kindRule({
  id: 'collector-config',
  summary: 'The configuration of an OpenTelemetry collector has no nulls, and all that its pipelines name.',
  remedy: 'Write {} where the settings are the usual ones.',
  effect: 'fails',
  source:
    'The API server drops nulls (opentelemetry-operator 0.158.0, spec.config of OpenTelemetryCollector), and a collector does not start without what its pipelines name.',
  kinds: ['opentelemetry.io/OpenTelemetryCollector'],
  check(object, report) {
    const config = map(map(object.manifest['spec'])['config']);
    const nulls = nullsOf(object);
    for (const field of nulls) {
      report({
        field,
        given: null,
        allowed: '{} or settings',
        message: 'A null is dropped, and the name before it with it.',
      });
    }
    const dropped = new Set(nulls.map((field) => field.join('\0')));
    const lacks = ({ kind, name }: Named): boolean =>
      homesOf(kind).every(
        (home) => !(name in map(config[home])) && !dropped.has(['spec', 'config', home, name].join('\0')),
      );
    for (const named of namedIn(map(config['service']))) if (lacks(named)) report(missing(named));
  },
});

/** A component that the service names. */
interface Named {
  readonly kind: string;
  readonly name: string;
  readonly field: FieldPath;
}

function namedIn(service: Readonly<Record<string, unknown>>): Named[] {
  const at: FieldPath = ['spec', 'config', 'service'];
  const pipelines = Object.entries(map(service['pipelines'])).flatMap(([name, pipeline]) =>
    ['receivers', 'processors', 'exporters'].flatMap((kind) =>
      named(kind, map(pipeline)[kind], [...at, 'pipelines', name, kind]),
    ),
  );
  return [...pipelines, ...named('extensions', service['extensions'], [...at, 'extensions'])];
}

function named(kind: string, names: unknown, field: FieldPath): Named[] {
  if (!Array.isArray(names)) return [];
  return names.flatMap((name: unknown, index) =>
    typeof name === 'string' ? [{ kind, name, field: [...field, index] }] : [],
  );
}

/** A connector is an exporter of one pipeline and a receiver of another. */
function homesOf(kind: string): readonly string[] {
  return kind === 'receivers' || kind === 'exporters' ? [kind, 'connectors'] : [kind];
}

function missing({ kind, name, field }: Named): Breach {
  return {
    field,
    given: name,
    allowed: `a name of spec.config.${kind}`,
    message: `The configuration has no "${name}" among its ${kind}; a null in its place is dropped.`,
    remedy: `Add it to spec.config.${kind}: {} where the settings are the usual ones.`,
  };
}

/** Nulls that are there still, and those that were dropped already. */
function nullsOf({ manifest, dropped }: JudgedKind): readonly FieldPath[] {
  const [spec, config] = ['spec', 'config'];
  const gone = dropped.filter((field) => field[0] === spec && field[1] === config && !holds(manifest, field));
  return [...nullsIn(map(manifest['spec'])['config'], [spec, config]), ...gone];
}

/** Whether a patch put something where a null was. */
function holds(manifest: unknown, field: FieldPath): boolean {
  const found = valueAt(manifest, field);
  return found !== undefined;
}
