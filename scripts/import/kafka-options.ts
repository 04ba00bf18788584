import { readFile } from 'node:fs/promises';
import * as path from 'node:path';
import type { SettingForm } from '../../src/rules/setting-values';

/** What Kafka asks of a value, from a version on. */
export type Form = SettingForm;

/** What Kafka asks of a value. */
type Constraints = Omit<Form, 'since' | 'until'>;

/** What is known of an option besides. */
interface Facts {
  /** As text; `null`: it has none; `required`: it has to be given. */
  readonly default?: string | null;
  readonly deprecated?: boolean;
  /** Of a broker's: whether it takes effect while the broker runs. */
  readonly scope?: 'read-only' | 'per-broker' | 'cluster-wide';
  /** Of a topic's: the setting of brokers that it has its default from. */
  readonly brokerSynonym?: string;
}

/** What is known of an option as of its first version, with what changed since. Left out: not of what we take. */
export interface Option extends Constraints, Facts {
  readonly since?: string;
  readonly until?: string;
  readonly changes?: readonly Change[];
}

/** What is otherwise from a version on. */
type Change = Nullable<Constraints & Facts> & { readonly from: string };

type Nullable<T> = { readonly [F in keyof T]?: T[F] | null };

const KEPT = ['type', 'min', 'max', 'values', 'caseInsensitive', 'accepts'] as const satisfies (keyof Constraints)[];

type OptionsOf = Readonly<Record<string, Option>>;

/** Where the options of all versions are beside a folder of CRDs. */
const FOLDER = '../facts/kafka-configs';

const FILES = {
  topic: ['topic'],
  broker: ['broker', 'broker-dynamic-only'],
  admin: ['admin'],
  producer: ['producer'],
  consumer: ['consumer'],
  streams: ['streams'],
  connect: ['connect'],
  connectorSource: ['connector-source'],
  connectorSink: ['connector-sink'],
  mirrorSource: ['mirror-source'],
  mirrorCheckpoint: ['mirror-checkpoint'],
  mirrorHeartbeat: ['mirror-heartbeat'],
} as const;

/** The options of all versions of Kafka, by whose they are. */
export type Options = Readonly<Record<keyof typeof FILES, OptionsOf>>;

/** Reads the options that stand beside a folder of CRDs. */
export async function kafkaOptions(folder: string): Promise<Options> {
  const read = async (file: string): Promise<OptionsOf> => {
    const text = await readFile(path.join(folder, FOLDER, `${file}.json`), 'utf8');
    return (JSON.parse(text) as { readonly options: OptionsOf }).options;
  };
  const parts = Object.entries(FILES).map(async ([name, files]) => {
    const all: readonly OptionsOf[] = await Promise.all(files.map(read));
    return [name, Object.assign({}, ...all) as OptionsOf] as const;
  });
  return Object.fromEntries(await Promise.all(parts)) as Options;
}

/** The minor of a version: `4.1` of `4.1.0`. */
export function minorOf(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}

/** An option from version to version: a form for each time that what is asked of its value is another. */
export function formsOf({ since, until, changes = [], ...first }: Option): Form[] {
  const forms: Form[] = [{ ...(since !== undefined && { since: minorOf(since) }), ...kept(first) }];
  for (const { from, ...changed } of changes) {
    const next = kept({ ...forms.at(-1), ...changed });
    const { since: _, ...last } = forms.at(-1) ?? {};
    if (JSON.stringify(last) !== JSON.stringify(next)) forms.push({ since: minorOf(from), ...next });
  }
  return until === undefined ? forms : [...forms.slice(0, -1), { ...forms.at(-1), until: minorOf(until) }];
}

function kept(constraints: Nullable<Constraints>): Constraints {
  const fields = KEPT.filter((field) => constraints[field] !== undefined && constraints[field] !== null);
  return Object.fromEntries(fields.map((field) => [field, constraints[field]]));
}
