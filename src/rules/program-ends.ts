import type { Endpoint } from '../model/endpoint';
import type { FieldPath } from '../model/field';
import type { ResourceRecord } from '../model/resource';
import type { Placed, Topology } from '../model/topology';

/** Where a program connects to. */
export interface ProgramEnd {
  readonly program: Placed<ResourceRecord>;
  readonly endpoint: Endpoint;
  /** The part of the manifest that speaks of it; absent: the object as a whole. */
  readonly field?: FieldPath;
  /** The other ends of the program. */
  readonly others: readonly Endpoint[];
}

/** Where mirrors, Kafka Connect, bridges and client applications connect to. */
export function programEnds(topology: Topology): readonly ProgramEnd[] {
  return [
    ...topology.all('client').map((program) => ({ program, endpoint: program.record.endpoint, others: [] })),
    ...[...topology.all('connect'), ...topology.all('bridge')].map((program) => ({
      program,
      endpoint: program.record.endpoint,
      field: ['spec'],
      others: [],
    })),
    ...topology.all('mirrorMaker').flatMap((program) => {
      const { source, target } = program.record;
      return [
        { program, endpoint: source, field: ['spec', 'consumer'], others: [target] },
        { program, endpoint: target, field: ['spec', 'producer'], others: [source] },
      ];
    }),
    ...topology.all('mirrorMaker2').flatMap((program) => {
      const { target, mirrors } = program.record;
      const sources = mirrors.map(({ source }) => source);
      return [
        ...sources.map((endpoint, index) => ({
          program,
          endpoint,
          field: ['spec', 'mirrors', index],
          others: [target],
        })),
        // Where the target stands differs from version to version of the API.
        { program, endpoint: target, others: sources },
      ];
    }),
  ];
}
