import * as library from '../../src';
import { diff, inventory, modernise, readManifest, StrimziRelease, translate, writeRecord } from '../../src';
import { allCalls, parametersOf } from '../../src/props/table';
import type { Parameter } from '../../src/props/shape';
import { SOUND, STRAYS } from '../check/mutilated';

type Callable = (...args: readonly unknown[]) => unknown;

/** What the entry exports that is called without `new`. */
const FUNCTIONS = Object.entries(library).flatMap(([name, value]): [string, Callable][] =>
  typeof value === 'function' && !value.toString().startsWith('class') ? [[name, value as unknown as Callable]] : [],
);

/** Values as programs have them, from files and by mistake, that are of no use to any function. */
const HOSTILE: readonly unknown[] = [
  ...STRAYS.filter((stray) => stray !== undefined),
  ...[() => 1, 1n, Symbol('odd'), new Date(0), StrimziRelease, StrimziRelease.V1_2, Object.create(null)],
  ...[{ noun: 'topic' }, { noun: 'topics', record: {} }, { noun: 'topic', record: { name: 5 } }, [{ noun: 'topic' }]],
  ...[{ release: '1.2' }, { release: null, platform: 'openshift' }, [{ release: '1.2', manifests: [] }]],
];

const READER = { release: StrimziRelease.V1_2 };
const TOPIC = { noun: 'topic', record: { name: 'orders', cluster: 'europe', partitions: 3, replicas: 3 } } as const;

function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return (error as Error).message;
  }
  return 'it ran';
}

it('every function that is exported is held to its types', () => {
  expect(FUNCTIONS.map(([name]) => name).sort()).toEqual(allCalls().filter((call) => /^\w+$/.test(call)));
});

describe.each(FUNCTIONS)('%s', (name, run) => {
  it('says of whatever it is given what is wrong with it, and never falls over', () => {
    const count = parametersOf(name).length;
    for (let at = 0; at < count; at += 1)
      for (const value of HOSTILE) {
        const args: unknown[] = [TOPIC, READER].slice(0, count);
        args[at] = value;
        let error: unknown;
        try {
          run(...args);
        } catch (thrown) {
          error = thrown;
        }
        if (error !== undefined) expect((error as Error).constructor).toBe(Error);
      }
  });

  it('says that its arguments are missing', () => {
    const [[first, shape]] = parametersOf(name) as [Parameter];
    if (shape === 'anything') return; // whatever it is, it may be no manifest
    const message = name === 'check' ? String(library.check(undefined as never)[0]?.message) : messageOf(() => run());
    expect(message).toContain(`${first.replace('?', '')} has to be given.`);
  });
});

describe('arguments that are not of their type', () => {
  it('are told all at once, each with what was given and what is allowed', () => {
    const record = { name: 'orders', cluster: 'europe', partitions: 'three', replicsa: 3 };
    const message = messageOf(() => translate({ noun: 'topic', record } as never, { release: '1.2' } as never));
    expect(message.split('\n')).toEqual([
      'translate: described.record.partitions: partitions cannot be a text. Given: "three". Allowed: a whole number from 0. Give a whole number from 0.',
      expect.stringMatching(/^described\.record\.replicsa: There is no prop replicsa; did you mean replicas\? /),
      'reader.release: release cannot be a text. Given: "1.2". Allowed: a StrimziRelease. Give StrimziRelease.of("1.2").',
    ]);
  });

  it('do not give away a secret', () => {
    const acls = [{ resource: { type: 'topic', name: 'x' }, operations: 'hunter2' }];
    const authentication = { type: 'scram-sha-512', password: 'hunter2' };
    const user = { noun: 'user', record: { name: 'shop', cluster: 'europe', authentication, acls } };
    const message = messageOf(() => writeRecord(user as never, READER));
    expect(message).toMatch(/authentication\.password: password cannot be a text\. Given: "a text"\./);
    expect(message.match(/hunter2/g)).toHaveLength(1); // operations are no secret
  });

  it('may be of no use, where nothing is changed by them', () => {
    const described = { ...TOPIC, record: { ...TOPIC.record, colour: 'blue' } };
    expect(writeRecord(described, READER)).toEqual(writeRecord(TOPIC, READER));
  });
});

describe('what was read', () => {
  const user = SOUND.find(({ kind }) => kind === 'KafkaUser')!;
  const spoiled = { ...user, spec: { authorization: { type: 'simple', acls: [acl('Dream')] } } };

  function acl(operation: string): unknown {
    return { resource: { type: 'topic', name: 'x' }, operations: [operation] };
  }

  it('is taken back as it is, though it has a word that nobody knows', () => {
    const described = readManifest(spoiled)!;
    expect(writeRecord(described, READER)).toMatchObject({ kind: 'KafkaUser' });
    const { described: later } = modernise([described], READER);
    expect(writeRecord(later[0]!, READER)).toMatchObject({ kind: 'KafkaUser' });
  });

  it('is written with numbers that no operator takes, as they were read', () => {
    const connector = {
      apiVersion: 'kafka.strimzi.io/v1',
      kind: 'KafkaConnector',
      metadata: { name: 'sink', labels: { 'strimzi.io/cluster': 'pipes' } },
      spec: { class: 'a.Sink', tasksMax: 1, autoRestart: { enabled: true, maxRestarts: -1 } },
    };
    const described = readManifest(connector)!;
    expect(writeRecord({ ...described }, READER)).toMatchObject({ spec: connector.spec });
  });

  it('is held to its type again once a program has changed it', () => {
    const described = readManifest(spoiled)!;
    expect(messageOf(() => writeRecord({ ...described }, READER))).toMatch(/operations\[0\]: .*"Dream"/);
  });
});

describe('manifests that are none', () => {
  let deep: unknown = {};
  for (let level = 0; level < 20_000; level += 1) deep = { items: [deep], kind: 'List', a: deep };
  const circle: Record<string, unknown> = { ...SOUND[0] };
  circle['spec'] = { circle };
  const none = [...STRAYS, deep, circle, { kind: 'List', items: [null, 5] }];

  it('are told by a diff and an inventory, which leave them out', () => {
    const told = diff([...none, ...SOUND], [...none, ...SOUND]);
    expect(told.changes).toEqual([]);
    const { unread, items } = inventory([{ ...READER, manifests: [...none, ...SOUND] }]);
    expect(items).toEqual(inventory([{ ...READER, manifests: SOUND }]).items);
    expect(unread.length).toBeGreaterThan(STRAYS.length);
  });
});
