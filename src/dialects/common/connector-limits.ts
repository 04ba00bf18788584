import type { MirrorConnector, MirrorMaker2Record } from '../../model/mirror-maker-2';
import type { Limit } from './codec';

/** What an API cannot say of the connectors of a mirror where it knows running and paused ones only. */
export function pauseLimits(field: string, flow: MirrorMaker2Record['mirrors'][number]): Limit[] {
  return [
    ...stateLimits(`${field}.sourceConnector`, flow.sourceConnector),
    ...stateLimits(`${field}.checkpointConnector`, flow.checkpointConnector),
    ...stateLimits(`${field}.heartbeatConnector`, flow.heartbeatConnector),
  ];
}

function stateLimits(field: string, connector: MirrorConnector | undefined): Limit[] {
  if (connector?.state !== 'stopped') return [];
  return [
    {
      field: `${field}.state`,
      given: 'stopped',
      message: 'A connector can be paused, not stopped.',
      allowed: 'running, paused',
      since: 'Strimzi 0.45.2',
    },
  ];
}
