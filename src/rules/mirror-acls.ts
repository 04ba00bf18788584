import { flowsOf, type Flow } from '../model/flows';
import { settingsOfSource } from './source-settings';
import { topologyRule } from './rule';

const SETTING = 'sync.topic.acls.enabled';

/** A mirror does not copy ACLs to where the user operator keeps them. */
export const mirrorAcls = topologyRule({
  id: 'mirror-acls',
  summary:
    'A MirrorMaker 2 does not copy ACLs to a cluster whose user operator keeps them (a warning: it takes them away).',
  remedy: `Say ${SETTING}: "false" in the source connector, and give rights by KafkaUsers.`,
  effect: 'overridden',
  source:
    'MirrorMaker 2 copies ACLs unless it is told not to (Kafka 2.4 to 4.3); the user operator removes what its KafkaUsers do not say (Strimzi 0.18.0 to 1.2.0).',
  across: (topology, report) => {
    for (const flow of flowsOf(topology)) {
      const given = settingOf(flow);
      if (!isCopied(given) || !hasAcls(flow)) continue;
      report(flow.mirror, {
        field: [...flow.field, 'sourceConnector', 'config', SETTING],
        ...(given !== undefined && { given }),
        allowed: 'false',
        message: `ACLs of topics are copied${given === undefined ? ', as nothing else is said' : ''}, and the user operator at the target takes them away.`,
      });
    }
  },
});

function settingOf(flow: Flow): string | undefined {
  const settings = settingsOfSource(flow);
  if (!settings) return 'false'; // MirrorMaker 1 copies none
  const given = settings[SETTING];
  return given === undefined ? undefined : String(given);
}

/** Kafka takes other values for nothing, which another rule tells, and what a tool fills in later nobody can tell. */
function isCopied(given = 'true'): boolean {
  return given.trim().toLowerCase() === 'true';
}

/** Without an authorizer at either end there is nothing to copy. */
function hasAcls({ source, target }: Flow): boolean {
  const [from, to] = [source, target].map(({ cluster }) => cluster?.record);
  return (
    from?.authorization?.type === 'simple' &&
    to?.authorization?.type === 'simple' &&
    to.entityOperator?.userOperator !== undefined
  );
}
