import type { Construct, IConstruct } from 'constructs';
import { NOUNS, type Noun } from '../model/nouns';

/** No name of an object has a colon, so that nothing else is called what begins like this. */
const OF_USER = 'user:';
const IMPORTED = 'imported:';

/**
 * The id of a resource in the tree. A topic and a user of one name are common, so users have ids of their own, whichever
 * of the two is made first. Scopes keep their children in an object, to which what all objects have is taken.
 */
export function resourceId(noun: Noun, id: string): string {
  if (noun === 'user') return `${OF_USER}${id}`;
  return id in Object.prototype ? idOfNoun(noun, id) : id;
}

function idOfNoun(noun: Noun, id: string): string {
  return `${id}-${NOUNS[noun].replace(/\W+/g, '-')}`;
}

/** The id in the tree of what somebody else manages: it takes no id from what this topology makes. */
export function importedId(id: string): string {
  return `${IMPORTED}${id}`;
}

/** An id that is free in the scope, for a resource whose own id is taken. */
export function freeResourceId(scope: Construct, noun: Noun, id: string): string {
  return freeId(scope, idOfNoun(noun, id));
}

/** The id, or with a number after it where it is taken. */
export function freeId(scope: Construct, id: string): string {
  let free = id;
  for (let n = 2; scope.node.tryFindChild(free); n++) free = `${id}-${n}`;
  return free;
}

const WANTED = new WeakMap<IConstruct, string>();

/** Notes the id that a resource was to have, and that another one of its scope has. */
export function noteWantedId(construct: IConstruct, id: string): void {
  WANTED.set(construct, id);
}

/** The id that a construct was to have; absent: it has it. */
export function wantedId(construct: IConstruct): string | undefined {
  return WANTED.get(construct);
}
