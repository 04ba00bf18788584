import { ApiObject } from 'cdk8s';
import { StrimziRelease } from '../../src';
import { allCalls } from '../../src/props/table';
import type { Choice, Mark, Step, Value } from './choices';
import { callIn, Ground, makesResource } from './ground';
import type { KindFields } from './schema-fields';
import { Values } from './values';

/** A prop that changes a field. */
export interface Observation {
  /** The constructor or method that the prop is handed to. */
  readonly call: string;
  readonly steps: readonly Step[];
  /** Whether what the prop was given stands in the field. */
  readonly isValue: boolean;
  /** How many fields the prop changes. */
  readonly reach: number;
}

/** What came of all trials. */
export class Trials {
  /** What changes a field, by kind and path. */
  private readonly observed = new Map<string, Observation[]>();
  private readonly written = new Set<string>();

  constructor(private readonly kinds: ReadonlyMap<string, KindFields>) {}

  /** Tries each prop of a constructor, or each argument of a method. */
  run(call: string): void {
    for (const given of BESIDE[call] ?? [{}]) this.runBeside(call, given);
  }

  private runBeside(call: string, given: Readonly<Record<string, unknown>>): void {
    const { kinds, choices } = new Values(given).ofCall(call, FIXED);
    const nothing: Value = { make: () => undefined };
    const least = kinds.map(({ value }): Choice => ({ steps: [], before: nothing, after: value }));
    const tried = call.startsWith('new ') ? choices : [...least, ...choices];
    const befores = new Set(tried.map(({ before }) => before));
    const programs = RELEASES.map((release) => new Programs(this.kinds, release, call, befores));
    for (const choice of tried) {
      const outcomes = programs.flatMap((program) => program.differenceOf(choice) ?? []);
      this.note(call, choice, outcomes);
    }
    for (const place of programs.flatMap(({ places }) => [...places])) this.written.add(place);
  }

  private note(call: string, { steps, after }: Choice, outcomes: readonly Difference[]): void {
    const places = new Map<string, boolean>();
    for (const outcome of outcomes) {
      for (const [place, values] of outcome) {
        const isValue = (after.marks ?? []).some((mark) => values.some((value) => shows(value, mark)));
        places.set(place, isValue || places.get(place) === true);
      }
    }
    if (outcomes.length === 0) throw new Error(`no release takes what was tried: ${call} ${JSON.stringify(steps)}`);
    for (const [place, isValue] of places) {
      const all = this.observed.get(place) ?? [];
      all.push({ call, steps, isValue, reach: places.size });
      this.observed.set(place, all);
    }
  }

  of(kind: string, path: string): readonly Observation[] {
    return this.observed.get(placeOf(kind, path)) ?? [];
  }

  isWritten(kind: string, path: string): boolean {
    return this.written.has(placeOf(kind, path));
  }
}

/** What differs, by place: the values that are there after alone. */
type Difference = ReadonlyMap<string, readonly string[]>;

/** A release of each way of writing, the last one: what a prop comes to differs from way to way. */
const RELEASES = [...new Map(StrimziRelease.ALL.map((release) => [wayOf(release), release])).values()];

function wayOf({ facts }: StrimziRelease): string {
  return `${facts.dialect} ${facts.nodePools}`;
}

/** Props beside which all others of a constructor are tried once more, as they decide the kind of its object. */
const BESIDE: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
  'new Mirror': [{}, { engine: 'mirrorMaker2' }],
};

const GRANT = /^(KafkaUser|KafkaCluster|KafkaTopic)#grant/;

/** All constructors of Strimzi's objects, and all grants. */
export function triedCalls(): string[] {
  return allCalls().filter(
    (call) => GRANT.test(call) || (makesResource(call) && RELEASES.some((release) => isOfStrimzi(call, release))),
  );
}

function isOfStrimzi(call: string, release: StrimziRelease): boolean {
  const [least] = new Values().ofCall(call, FIXED).kinds;
  const ground = new Ground(release);
  try {
    const made = callIn(ground, call, least?.value.make(ground) as readonly unknown[]);
    return ApiObject.of(made as ApiObject).apiGroup === STRIMZI;
  } catch {
    return false;
  }
}

const STRIMZI = 'kafka.strimzi.io';
/** Arguments that tell whose object it is. */
const FIXED = {
  scope: ({ site }: Ground) => site,
  id: () => 'subject',
  user: ({ user }: Ground) => user,
  by: () => undefined,
};

/** Programs of one call at one release. */
class Programs {
  /** All places that a program wrote. */
  readonly places = new Set<string>();
  private readonly known = new Map<Value, ReadonlyMap<string, ReadonlySet<string>> | undefined>();

  constructor(
    private readonly kinds: ReadonlyMap<string, KindFields>,
    private readonly release: StrimziRelease,
    private readonly call: string,
    /** What others are compared with. */
    private readonly befores: ReadonlySet<Value>,
  ) {}

  /** Undefined where the release cannot say it. */
  differenceOf({ before, after }: Choice): Difference | undefined {
    const [one, other] = [this.written(before), this.written(after)];
    if (!one || !other) return undefined;
    const differing = [...new Set([...one.keys(), ...other.keys()])].flatMap((place): [string, readonly string[]][] => {
      const [were, are] = [one.get(place) ?? NONE, other.get(place) ?? NONE];
      const added = [...are].filter((value) => !were.has(value));
      return added.length > 0 || [...were].some((value) => !are.has(value)) ? [[place, added]] : [];
    });
    return new Map(differing);
  }

  private written(args: Value): ReadonlyMap<string, ReadonlySet<string>> | undefined {
    if (this.known.has(args)) return this.known.get(args);
    const values = this.write(args);
    if (this.befores.has(args)) this.known.set(args, values);
    return values;
  }

  private write(args: Value): ReadonlyMap<string, ReadonlySet<string>> | undefined {
    const values = new Map<string, Set<string>>();
    try {
      const ground = new Ground(this.release);
      const made = args.make(ground) as readonly unknown[] | undefined;
      if (made) callIn(ground, this.call, made);
      for (const object of ground.site.node.findAll()) if (ApiObject.isApiObject(object)) this.read(object, values);
    } catch {
      return undefined;
    }
    for (const place of values.keys()) this.places.add(place);
    return values;
  }

  private read(object: ApiObject, into: Map<string, Set<string>>): void {
    const fields = object.apiGroup === STRIMZI ? this.kinds.get(object.kind) : undefined;
    if (!fields) return;
    const visit = (value: unknown, path: string): void => {
      const keys = isObject(value) ? Object.keys(value) : [];
      if (keys.length > 0 && fields.isGroup(path)) {
        for (const key of keys) {
          const below = fields.step(path, Array.isArray(value) ? Number(key) : key);
          if (below !== undefined) visit((value as JsonMap)[key], below);
        }
        return;
      }
      const place = placeOf(object.kind, path);
      const values = into.get(place) ?? new Set();
      into.set(place, values.add(JSON.stringify(value)));
    };
    const { metadata, spec } = object.toJson() as JsonMap;
    visit(metadata, 'metadata');
    if (spec !== undefined) visit(spec, 'spec');
  }
}

type JsonMap = Readonly<Record<string, unknown>>;

const NONE: ReadonlySet<string> = new Set();

function placeOf(kind: string, path: string): string {
  return `${kind} ${path}`;
}

function shows(json: string, mark: Mark): boolean {
  if (typeof mark === 'boolean') return json === String(mark);
  if (typeof mark === 'string') return json.includes(mark);
  return new RegExp(`(?<![\\d.])${String(mark).replace('.', '\\.')}(?![\\d.])`).test(json);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
