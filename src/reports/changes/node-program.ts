import { equal } from '../../dialects/common/values';
import type { ZookeeperNodes } from '../../model/kafka-cluster';
import type { ChangeEffect } from '../change';
import { always } from '../effects';

const RESTARTED = 'Nodes restart one by one.';
const PROGRAM = { image: 'image', jmx: 'jmxOptions', tlsSidecar: 'tlsSidecar' } as const;
type ProgramField = keyof typeof PROGRAM;

/** What comes of other images of nodes, and of what tools and a sidecar ask of them. */
export function programChanges(at: string): Readonly<Record<ProgramField, ReturnType<typeof always>>> {
  const restarts = (field: ProgramField): ReturnType<typeof always> =>
    always(`${at}.${PROGRAM[field]}`, 'restarts-pods', RESTARTED);
  return { image: restarts('image'), jmx: restarts('jmx'), tlsSidecar: restarts('tlsSidecar') };
}

/** The same of ZooKeeper's, which a part of an object describes. */
export function programEffects(was: ZookeeperNodes, is: ZookeeperNodes, at: string): readonly ChangeEffect[] {
  const changes = programChanges(at);
  return (Object.keys(PROGRAM) as ProgramField[]).flatMap((field) =>
    equal(was[field], is[field]) ? [] : changes[field](was[field], is[field]),
  );
}
