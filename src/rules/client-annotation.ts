import type { Manifest } from '../dialects/common/codec';
import {
  CLIENT_ANNOTATION,
  CLIENT_ROLES,
  clientAnnotations,
  DESCRIBED_CONTRACTS,
  DESCRIBED_FORMS,
  UNTOLD,
  UNTOLD_LISTS,
} from '../model/client-annotation';
import { map, text } from '../model/guarded';
import { nearestNames } from '../text/nearest';
import { placesOf } from './places';
import { ANY_KIND, kindRule, type Breach } from './rule';

/** What may stand under a key. */
interface Entry {
  readonly isLegal: (given: unknown) => boolean;
  readonly allowed: string;
  /** The words, where it is one of some. */
  readonly words?: readonly string[];
}

const TEXT: Entry = { isLegal: (given) => typeof given === 'string', allowed: 'a text' };
const MAP: Entry = { isLegal: (given) => map(given) === given, allowed: 'an object' };
const TEXTS: Entry = {
  isLegal: (given) => Array.isArray(given) && given.every((each) => typeof each === 'string'),
  allowed: 'a list of texts',
};
const NAMES: Entry = {
  isLegal: (given) => MAP.isLegal(given) && TEXTS.isLegal(Object.values(map(given))),
  allowed: 'an object, each value a text',
};

function oneOf(words: readonly string[]): Entry {
  return { isLegal: (given) => words.includes(given as string), allowed: words.join(', '), words };
}

const ENTRIES: ReadonlyMap<string, Entry> = new Map([
  ['role', oneOf(CLIENT_ROLES)],
  ['prefix', TEXT],
  ['contract', oneOf([...DESCRIBED_CONTRACTS, 'generic'])],
  ['container', TEXT],
  ...UNTOLD.map((key) => [key, TEXT] as const),
  ...UNTOLD_LISTS.map((key) => [key, TEXTS] as const),
  ['mechanism', TEXT],
  ['variables', NAMES],
  ['endpoint', MAP],
  ['credentialsAs', oneOf(DESCRIBED_FORMS)],
]);
const KEYS = [...ENTRIES.keys()];

/** Where kinds have the containers of their pods. */
const CONTAINERS = [
  'spec.template.spec.containers.*',
  'spec.jobTemplate.spec.template.spec.containers.*',
  'spec.containers.*',
];

/** What somebody writes of an application by hand is read as it is meant, or not at all. */
export const clientAnnotation = kindRule({
  id: 'client-annotation',
  summary: `The annotation ${CLIENT_ANNOTATION} says what an application is in words that are known.`,
  remedy: 'Correct the annotation, or leave it out.',
  effect: 'ignored',
  source: 'What is not understood is not known of the application: no rule asks for its rights, and no report has it.',
  kinds: [ANY_KIND],
  check({ manifest }, report) {
    const annotations = map(map(manifest.metadata)['annotations']);
    for (const name of clientAnnotations(annotations)) {
      const given = text(annotations[name]);
      if (given === undefined) continue;
      const field = ['metadata', 'annotations', name];
      for (const breach of breachesOf(given, manifest)) report({ field, ...breach });
    }
  },
});

function breachesOf(given: string, manifest: Manifest): readonly Breach[] {
  const described = parse(given);
  if (map(described) !== described) {
    return [{ given, allowed: 'a JSON object', message: 'The annotation is no JSON object, and is not read.' }];
  }
  const entries = Object.entries(map(described));
  return [
    ...(Object.hasOwn(map(described), 'role') || entries.some(([key]) => meantFor(key) === 'role') ? [] : [NO_ROLE]),
    ...entries.flatMap(([key, value]) => entryBreach(key, value) ?? []),
    ...containerBreaches(text(map(described)['container']), manifest),
  ];
}

const NO_ROLE: Breach = {
  allowed: CLIENT_ROLES.join(', '),
  message: 'The annotation says no role, and is not read.',
  remedy: 'Give the role.',
};

/** The key that an unknown one may have been meant for. */
function meantFor(key: string): string | undefined {
  return ENTRIES.has(key) ? undefined : nearestNames(key, KEYS)[0];
}

function entryBreach(key: string, given: unknown): Breach | undefined {
  const entry = ENTRIES.get(key);
  if (!entry) {
    const nearest = meantFor(key);
    return {
      given: key,
      allowed: KEYS.join(', '),
      message: `Nobody reads "${key}" in the annotation.`,
      remedy: nearest === undefined ? `Leave ${key} out.` : `Write ${nearest}.`,
    };
  }
  const { isLegal, allowed, words } = entry;
  if (isLegal(given)) return undefined;
  const [nearest] = typeof given === 'string' ? nearestNames(given, words ?? []) : [];
  return {
    given,
    allowed,
    message: `Nobody knows what "${key}" says in the annotation.`,
    remedy: nearest === undefined ? `Give ${words ? 'one of these' : allowed}.` : `Write ${nearest}.`,
  };
}

function containerBreaches(given: string | undefined, manifest: Manifest): readonly Breach[] {
  const containers = CONTAINERS.flatMap((at) => placesOf(manifest, at).map(({ value }) => text(map(value)['name'])));
  const names = containers.filter((name) => name !== undefined);
  if (given === undefined || names.length === 0 || names.includes(given)) return [];
  const [nearest] = nearestNames(given, names);
  return [
    {
      given,
      allowed: names.join(', '),
      message: `There is no container "${given}": another is taken for the application.`,
      remedy: nearest === undefined ? 'Name a container that is there.' : `Write ${nearest}.`,
    },
  ];
}

/** The value of a JSON text; absent: it is none. */
function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
