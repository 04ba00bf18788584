import { CLIENT_ANNOTATION, clientAnnotations } from '../../model/client-annotation';
import type { EnvVar } from '../../model/env';
import type { ClientRecord } from '../../model/client';
import { isMap, text } from '../../model/guarded';
import type { Manifest } from '../common/codec';
import { readEnv } from '../common/pods';
import { clientContainer, recognisedDescription, type KnownContainer } from './contracts';
import { readDescription } from './description';
import { listIn, podIn } from './wire-workload';

/**
 * An object as it would be if another of its applications were the only one: as many as it has besides the one that it is
 * read as. They have an annotation each, or containers whose variables tell.
 */
export function besideIn(manifest: Manifest, { name }: Pick<ClientRecord, 'name'>): readonly Manifest[] {
  const annotations = textsOf(manifest.metadata.annotations);
  const first = annotations[CLIENT_ANNOTATION];
  const others = othersIn(annotations);
  const containers = listIn(podIn(manifest)?.['containers']);
  if (others.length === 0 && containers.length < 2) return [];
  const known = containers.map(knownOf);
  const placeOf = (description: string | undefined): string =>
    JSON.stringify([clientContainer(known, description, name), readDescription(description)?.prefix]);
  // Two that would have the same variables are one.
  const apart = new Map(others.map((description) => [placeOf(description), description]));
  apart.delete(placeOf(first));
  const taken = new Set([first, ...others].map((description) => clientContainer(known, description, name)));
  const found = known.flatMap((each, at) => (taken.has(at) ? [] : (recognisedDescription(each) ?? [])));
  return [...apart.values(), ...found].map((description) => ({
    ...manifest,
    metadata: { ...manifest.metadata, annotations: { ...annotations, [CLIENT_ANNOTATION]: description } },
  }));
}

/** What annotations say of applications besides the first. */
function othersIn(annotations: Readonly<Record<string, string>>): readonly string[] {
  const names = clientAnnotations(annotations).filter((name) => name !== CLIENT_ANNOTATION);
  return names.flatMap((name) => annotations[name] ?? []).filter((each) => readDescription(each));
}

function knownOf(container: unknown): KnownContainer {
  if (!isMap(container)) return {};
  return { name: text(container['name']), env: variablesIn(container['env']) };
}

function variablesIn(env: unknown): readonly EnvVar[] {
  const named = listIn(env).filter((each) => isMap(each) && typeof each['name'] === 'string');
  return readEnv(named as Parameters<typeof readEnv>[0]) ?? [];
}

function textsOf(annotations: unknown): Readonly<Record<string, string>> {
  if (!isMap(annotations)) return {};
  const texts = Object.entries(annotations).filter((each): each is [string, string] => typeof each[1] === 'string');
  return Object.fromEntries(texts);
}
