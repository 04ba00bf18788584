import { ApiObject } from 'cdk8s';
import { callIn, Ground, makesResource } from '../../scripts/fields/ground';
import type { Choice, Value } from '../../scripts/fields/choices';
import { Values } from '../../scripts/fields/values';
import { Site, StrimziRelease } from '../../src';
import { judgeTree } from '../../src/constructs/judge-tree';
import { allCalls } from '../../src/props/table';

const RELEASES = [StrimziRelease.V0_18, StrimziRelease.V0_45, StrimziRelease.V1_2];
const FIXED = { scope: ({ site }: Ground) => site, id: () => 'subject' };

/** Props that change nothing in the objects of their construct, by their ways, and why. */
const SILENT: readonly (readonly [way: RegExp, why: string])[] = [
  [
    /(^|\.)(pods|probes|objects|bootstrap|tlsSidecar|secretMetadata)$|^objects\.\w+$/,
    'an object without props says nothing',
  ],
  [/\(Placement\.anywhere\)$/, 'nothing else places the pods'],
  [
    /^listeners\.\(Listener\.tls\)$|\(Authentication\.(tls|none)\)$|\(Sampler\.always\)$|\(TraceStorage\.memory\)$/,
    'it is what is taken anyway',
  ],
  [
    /^(zookeeper|entityOperator)$|\(Authorization\.simple\)$|\(Listener\.(loadBalancer|nodePort)\)\.tls$/,
    'it is what is taken anyway',
  ],
  [/\.\(Listener\.\w+\)\.trust(\.\w+)?$|^login\./, 'programs that connect have it'],
  [/^tracingSystem$/, 'nothing is traced'],
  [/^sampler\./, 'programs that are traced have it'],
  [
    /^user\.\(Login\.custom\)\.(secrets|sasl)/,
    'no setting names the Secret, and the listener says whether there is SASL',
  ],
  [/\(Authentication\.oauth\)\.tokenEndpointUri$/, 'it is for enablePlain'],
  [/\(Storage\.jbod\)\.volumes$/, 'a volume says it already'],
  [
    /^(topics\.within(\.prefix)?|producesTo|createTopic|idempotent|transactionalIdPrefix|exactlyOnce)$/,
    'it is about rights, and nobody there has some',
  ],
];

const MORE: Readonly<Record<string, readonly object[]>> = {
  'new Mirror': [{ engine: 'mirrorMaker' }, { engine: 'mirrorMaker2' }],
};

/** What a program comes to: its objects and warnings; absent: it is refused, or cannot be made. */
function outcomeOf(release: StrimziRelease, call: string, args: Value): string | undefined {
  try {
    const ground = new Ground(release);
    callIn(ground, call, args.make(ground) as readonly unknown[]);
    const { findings } = judgeTree(ground.site.node.root, (construct) => Site.find(construct));
    if (findings.some(({ severity }) => severity === 'error')) return undefined;
    const objects = ground.site.node.findAll().filter((each) => ApiObject.isApiObject(each));
    return JSON.stringify([objects.map((object) => object.toJson() as unknown), findings]);
  } catch {
    return undefined;
  }
}

function wayOf({ steps }: Choice): string {
  return steps.map((step) => ('prop' in step ? step.prop : `(${step.call})`)).join('.');
}

/** The ways of props that nothing comes of, whatever is given. */
function silentWays(release: StrimziRelease, call: string, beside: object): string[] {
  const known = new Map<Value, string | undefined>();
  const before = (value: Value): string | undefined => {
    if (!known.has(value)) known.set(value, outcomeOf(release, call, value));
    return known.get(value);
  };
  const heard = new Set<string>();
  const all = new Set<string>();
  const { choices } = new Values(beside as Record<string, unknown>).ofCall(call, FIXED);
  for (const choice of choices) {
    const way = wayOf(choice);
    all.add(way);
    if (heard.has(way)) continue;
    const after = outcomeOf(release, call, choice.after);
    if (after === undefined || after !== before(choice.before)) heard.add(way);
  }
  return [...all].filter((way) => !heard.has(way));
}

const CONSTRUCTS = allCalls().filter((call) => call.startsWith('new ') && makesResource(call));
const found = new Set<string>();

describe.each(RELEASES.map((release) => [release.name, release] as const))('on %s', (_, release) => {
  it.each(CONSTRUCTS)('each prop of %s is written, or told', (call) => {
    const silent = (MORE[call] ?? [{}]).flatMap((beside) => silentWays(release, call, beside));
    for (const way of silent) found.add(way);
    expect(silent.filter((way) => !SILENT.some(([each]) => each.test(way)))).toEqual([]);
  });
});

test.each(SILENT)('%s is still silent: %s', (way) => {
  expect([...found].some((each) => way.test(each))).toBe(true);
});
