import { equal } from '../../dialects/common/values';
import type { ZookeeperNodes } from '../../model/kafka-cluster';
import type { ChangeEffect } from '../change';
import { always } from '../effects';
import { jmxChange } from './jmx';

const RESTARTED = 'Nodes restart one by one.';

interface ProgramChanges {
  readonly image: ReturnType<typeof always>;
  readonly jmx: ReturnType<typeof jmxChange>;
  readonly tlsSidecar: ReturnType<typeof always>;
}

/** What comes of other images of nodes, and of what tools and a sidecar ask of them. */
export function programChanges(at: string): ProgramChanges {
  return {
    image: always(`${at}.image`, 'restarts-pods', RESTARTED),
    jmx: jmxChange(at, { class: 'restarts-pods', message: RESTARTED }),
    tlsSidecar: always(`${at}.tlsSidecar`, 'restarts-pods', RESTARTED),
  };
}

/** The same of ZooKeeper's, which a part of an object describes. */
export function programEffects(was: ZookeeperNodes, is: ZookeeperNodes, at: string): readonly ChangeEffect[] {
  const { image, jmx, tlsSidecar } = programChanges(at);
  return [
    ...(was.image === is.image ? [] : image(was.image, is.image)),
    ...(equal(was.jmx, is.jmx) ? [] : jmx(was.jmx, is.jmx)),
    ...(equal(was.tlsSidecar, is.tlsSidecar) ? [] : tlsSidecar(was.tlsSidecar, is.tlsSidecar)),
  ];
}
