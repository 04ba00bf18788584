import { equal } from '../../dialects/common/values';
import type { BridgeConsumer, BridgeCors, BridgeHttp, BridgeRecord } from '../../model/bridge';
import type { ChangeEffect } from '../change';
import { always, changed, changedSettings } from '../effects';
import type { NounChanges } from '../scene';
import { recordsEffect } from './client-settings';
import { endpointEffects } from './endpoint';
import { podsChanges, workloadChanges } from './workload';
import { objectsEffects } from './made-objects';
import { volumesOrder } from './order';

const RESTART = 'The pods of the bridge restart: consumers of HTTP clients are gone, and have to be made anew.';

const ENDPOINT = {
  restart: { class: 'restarts-pods', message: RESTART },
  moved: {
    class: 'manual-step',
    message: 'If the address is of another cluster, HTTP clients write to and read from that one.',
    remedy: 'See that it is the same cluster, or that clients mean the other one.',
  },
} as const;

const OTHER_CERTIFICATE = {
  class: 'manual-step',
  message: 'HTTP clients need TLS, need it no more, or are shown another certificate.',
  remedy: 'Tell them first.',
} as const;

/** KafkaBridge. */
export const bridgeChanges: NounChanges<BridgeRecord> = {
  added: () => [{ class: 'safe', message: 'A bridge starts.' }],
  removed: () => [
    { class: 'restarts-pods', message: 'HTTP clients reach no bridge any more. What is in topics stays.' },
  ],
  fields: {
    replicas: (was, is) => [replicasEffect(was, is)],
    endpoint: (was, is) => endpointEffects(was, is, 'spec', ENDPOINT),
    image: always('spec.image', 'restarts-pods', RESTART),
    enableMetrics: always('spec.enableMetrics', 'restarts-pods', RESTART),
    http: (was, is) => httpEffects(was, is),
    consumer: (was, is) => clientEffects(was, is, 'consumer'),
    producer: (was, is) => clientEffects(was, is, 'producer'),
    adminConfig: () => [{ class: 'restarts-pods', field: 'spec.adminClient', message: RESTART }],
    rack: always('spec.rack', 'restarts-pods', RESTART),
    tracing: always('spec.tracing', 'restarts-pods', RESTART),
    ...workloadChanges('spec', { class: 'restarts-pods', message: RESTART }),
    ...podsChanges('spec', { class: 'restarts-pods', message: RESTART }),
    volumes: always('spec.template', 'restarts-pods', RESTART),
    // Values may be secret.
    env: () => [{ class: 'restarts-pods', field: 'spec.template', message: RESTART }],
    resources: always('spec.resources', 'restarts-pods', RESTART),
    placement: always('spec.template.pod.affinity', 'restarts-pods', RESTART),
    objects: (was, is) => objectsEffects(was, is, 'spec.template'),
  },
  labels: () => ({ class: 'restarts-pods', message: RESTART }),
  besides: (_told, _around, manifests) => volumesOrder(manifests, 'spec', ENDPOINT.restart),
  kept: [
    { at: 'spec.logging', class: 'safe', message: 'Pods take up levels while they run.' },
    { at: 'spec.http.tls', ...OTHER_CERTIFICATE },
    { at: 'spec', class: 'restarts-pods', message: RESTART },
    { at: '', class: 'no-effect', message: 'It is about the object alone.' },
  ],
};

function replicasEffect(was: number, is: number): ChangeEffect {
  const field = changed('spec.replicas', was, is);
  return is === 0
    ? { class: 'restarts-pods', ...field, message: 'HTTP clients reach no bridge any more.' }
    : {
        class: 'safe',
        ...field,
        message: 'Pods are added or taken away; a consumer of an HTTP client is gone with its pod.',
      };
}

function httpEffects(was: BridgeHttp | undefined, is: BridgeHttp | undefined): readonly ChangeEffect[] {
  const port = changed('spec.http.port', was?.port ?? USUAL_PORT, is?.port ?? USUAL_PORT);
  const message = 'HTTP clients need the other port.';
  return [
    ...(port.before === port.after
      ? []
      : [{ class: 'manual-step', ...port, message, remedy: 'Tell them, and those who route to the bridge.' } as const]),
    ...(equal(was?.certificate, is?.certificate) ? [] : [{ field: 'spec.http.tls', ...OTHER_CERTIFICATE }]),
    ...corsEffects(was?.cors, is?.cors),
    { class: 'restarts-pods', field: 'spec.http', message: RESTART },
  ];
}

const USUAL_PORT = 8080;

function corsEffects(was: BridgeCors | undefined, is: BridgeCors | undefined): readonly ChangeEffect[] {
  return CORS.flatMap((name): readonly ChangeEffect[] => {
    const [before, after] = [was?.[name] ?? [], is?.[name] ?? []];
    const field = changed(`spec.http.cors.${name}`, before, after);
    return [
      ...(after.every((each) => before.includes(each))
        ? []
        : [{ class: 'widens-access', ...field, message: 'Browsers may do more that come from other sites.' } as const]),
      ...(before.every((each) => after.includes(each))
        ? []
        : [
            { class: 'narrows-access', ...field, message: 'Browsers may do less that come from other sites.' } as const,
          ]),
    ];
  });
}

const CORS = ['allowedOrigins', 'allowedMethods'] as const;

function clientEffects(
  was: BridgeConsumer | undefined,
  is: BridgeConsumer | undefined,
  name: 'consumer' | 'producer',
): readonly ChangeEffect[] {
  const [before, after] = [was?.enabled ?? true, is?.enabled ?? true];
  const field = changed(`spec.${name}.enabled`, before, after);
  const does = name === 'consumer' ? 'read' : 'write';
  const access: readonly ChangeEffect[] =
    before === after
      ? []
      : after
        ? [{ class: 'widens-access', ...field, message: `HTTP clients may ${does}.` }]
        : [{ class: 'narrows-access', ...field, message: `HTTP clients may not ${does} any more.` }];
  const settings = changedSettings(was?.config, is?.config, ['spec', name, 'config']).flatMap((setting) => {
    const { name: _, ...at } = setting;
    const own = recordsEffect(setting);
    return own ? [{ ...at, ...own }] : [];
  });
  return [...access, ...settings, { class: 'restarts-pods', field: `spec.${name}`, message: RESTART }];
}
