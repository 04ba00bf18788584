import type { Located } from '../model/topology';
import type { Case } from './case';
import type { Identity } from './identities';

/** An object that several files have. */
interface Alternative {
  readonly identity: Identity;
  /** The object that came first. */
  readonly first: Case;
  /** The others, by their files. */
  readonly others: Map<string, Located>;
}

const MOST_NAMED = 3;

/** Objects that several files have: examples and overlays mean one of their files at a time, and nobody says which. */
export class Alternatives {
  private readonly byFirst = new Map<Located, Alternative>();
  private readonly known = new Set<string>();

  /** Notes that an object is there already. @returns where it is in the same file, so that no file is an alternative */
  note(first: Located, at: Case, identity: Identity): Located | undefined {
    const { file } = at.place;
    if (file === undefined || first.file === undefined || file === first.file) return first;
    const known = this.byFirst.get(first) ?? { identity, first: at.beside(first), others: new Map<string, Located>() };
    const inFile = known.others.get(file);
    if (inFile) return inFile;
    known.others.set(file, at.place);
    this.byFirst.set(first, known);
    this.known.add(first.file).add(file);
    return undefined;
  }

  /** The files that have such objects. */
  get files(): ReadonlySet<string> {
    return this.known;
  }

  /** Tells each such object once. */
  tell(): void {
    for (const { identity, first, others } of this.byFirst.values()) {
      const { kind, name, namespace } = identity;
      const places = Array.from(others.values(), ({ path }) => path);
      const more = places.length > MOST_NAMED ? ` and ${places.length - MOST_NAMED} more` : '';
      first.tellFault('one-file-an-object', {
        field: ['metadata', 'name'],
        given: name,
        message: `The ${kind} "${name}"${namespace === '' ? '' : ` of namespace "${namespace}"`} is also at ${places.slice(0, MOST_NAMED).join(', ')}${more}.`,
        remedy:
          'Remove all but one, or name them differently; files that take the place of each other, check one by one.',
      });
    }
  }
}
