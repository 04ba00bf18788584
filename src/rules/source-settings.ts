import type { Flow } from '../model/flows';
import type { Config } from '../model/resource';

/** Settings of the source connector of a flow; absent: MirrorMaker 1 copies, which has none. */
export function settingsOfSource({ mirror: { record }, field }: Flow): Config | undefined {
  if (!('mirrors' in record)) return undefined;
  const [, , index] = field;
  return record.mirrors[Number(index)]?.sourceConnector?.config ?? {};
}
