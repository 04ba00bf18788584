import { equal } from '../../dialects/common/values';
import type { Manifest } from '../../dialects/common/codec';
import { fieldText } from '../../model/field';
import { list, map } from '../../model/guarded';
import type { ExposureRecord, NamespaceRecord, OperatorGroupRecord, SubscriptionRecord } from '../../model/platform';
import type { ChangeEffect } from '../change';
import { callerEffects, labelsOfNamespace } from '../callers';
import { always, changed } from '../effects';
import { isKeptAt, type KeptRow } from '../kept';
import type { Around, NounChanges } from '../scene';

const OPERATOR = 'Another operator is installed: it restarts what it runs, pod by pod, as it makes it otherwise.';

/** Namespaces. */
export const namespaceChanges: NounChanges<NamespaceRecord> = {
  added: () => [{ class: 'safe', message: 'The namespace is made.' }],
  removed: ({ name }) => [
    {
      class: 'destroys-data',
      message: `All that is in the namespace ${name} is deleted, claims and Secrets included.`,
      remedy: 'Move what is still needed to another namespace first.',
    },
  ],
  fields: {
    displayName: always('metadata.annotations', 'no-effect', 'People read it.'),
    description: always('metadata.annotations', 'no-effect', 'People read it.'),
  },
  manifests: (was, is, { after: side }) => {
    const { name } = is.metadata;
    const callersOf = ({ metadata }: Manifest): Parameters<typeof callerEffects>[0] => ({
      namespace: name,
      namespaceLabels: labelsOfNamespace(name, map((metadata as { readonly labels?: unknown }).labels)),
    });
    return [...standardEffects(was, is), ...callerEffects(callersOf(was), callersOf(is), 'metadata.labels', side)];
  },
  kept: [{ at: '', class: 'no-effect', message: 'It is about the object alone.' }],
};

/** @see https://kubernetes.io/docs/concepts/security/pod-security-standards/ */
const STANDARDS = ['privileged', 'baseline', 'restricted'];
const ENFORCED = 'pod-security.kubernetes.io/enforce';

function standardEffects(...manifests: readonly [was: Manifest, is: Manifest]): readonly ChangeEffect[] {
  const [was, is] = manifests.map(({ metadata }) => metadata.labels?.[ENFORCED]);
  const [before, after] = [was, is].map((standard) => STANDARDS.indexOf(standard ?? 'privileged')) as [number, number];
  if (after <= before) return [];
  return [
    {
      class: 'manual-step',
      ...changed(fieldText(['metadata', 'labels', ENFORCED]), was, is),
      message:
        'Pods that do not meet the standard are refused: those that run go on, and do not come back once they restart.',
      remedy: 'See that pods of operators and of applications meet it first.',
    },
  ];
}

/** Operator groups of the Operator Lifecycle Manager. */
export const operatorGroupChanges: NounChanges<OperatorGroupRecord> = {
  added: () => [{ class: 'safe', message: 'Operators can be installed in the namespace.' }],
  removed: () => [
    { class: 'manual-step', message: 'Operators in the namespace fail: nobody looks after what they run.' },
  ],
  fields: {
    targetNamespaces: always(
      'spec.targetNamespaces',
      'manual-step',
      'The operators look after other namespaces: what is elsewhere runs on, and nobody changes it.',
    ),
  },
  kept: [{ at: '', class: 'safe', message: 'The Operator Lifecycle Manager takes it up.' }],
};

/** Operators that the Operator Lifecycle Manager installs. */
export const subscriptionChanges: NounChanges<SubscriptionRecord> = {
  added: ({ package: name }) => [{ class: 'safe', message: `The operator ${name} is installed.` }],
  removed: ({ package: name }) => [
    {
      class: 'manual-step',
      message: `The operator ${name} gets no updates. It runs on until its ClusterServiceVersion is deleted.`,
    },
  ],
  fields: {
    package: always('spec.name', 'restarts-pods', OPERATOR),
    channel: always('spec.channel', 'restarts-pods', OPERATOR),
    source: always('spec.source', 'restarts-pods', OPERATOR),
    sourceNamespace: always('spec.sourceNamespace', 'restarts-pods', OPERATOR),
    startingCSV: always('spec.startingCSV', 'no-effect', 'It counts for a first installation alone.'),
    approval: (was, is) => [
      {
        class: 'safe',
        ...changed('spec.installPlanApproval', was, is),
        message:
          is === 'Manual'
            ? 'Updates wait for somebody.'
            : 'Updates come by themselves, and restart what the operator runs.',
      },
    ],
  },
  kept: [{ at: '', class: 'safe', message: 'The Operator Lifecycle Manager takes it up.' }],
};

const MORE = { class: 'widens-access', message: 'Browsers outside reach something else through it, too.' } as const;
const LESS = { class: 'narrows-access', message: 'Browsers outside reach less through it.' } as const;

/** Whether nothing is there that was not. */
function isLess(before: unknown, after: unknown): boolean {
  return (
    after === undefined || (Array.isArray(after) && after.every((one) => list(before).some((each) => equal(one, each))))
  );
}

/** What browsers come through. */
export const exposureChanges: NounChanges<ExposureRecord> = {
  added: ({ service }) => [{ class: 'widens-access', message: `Browsers outside reach ${service}.` }],
  removed: ({ service }) => [
    { class: 'narrows-access', message: `Browsers outside no longer reach ${service} through it.` },
  ],
  fields: {
    service: (was, is) => leadEffects(was, is),
    port: always('spec', 'widens-access', 'Browsers outside reach what listens at the other port.'),
    host: always(
      'spec.host',
      'manual-step',
      'Browsers need the new address.',
      'Tell people, and see to its DNS and certificate.',
    ),
    path: always('spec.path', 'manual-step', 'Browsers need the new address.', 'Tell people.'),
    tls: tlsEffects,
    ingressClass: always('spec.ingressClassName', 'safe', 'Another controller serves it.'),
  },
  kept: [
    {
      at: 'spec.tls.insecureEdgeTerminationPolicy',
      isAbout: (_, after) => after === 'Allow',
      class: 'widens-access',
      message: 'Browsers that come without TLS are let in: what they send can be read on its way.',
    },
    { at: 'spec.rules.http.paths.pathType', class: 'safe', message: 'It is about how browsers get in.' },
    ...['alternateBackends', 'defaultBackend', 'rules', 'wildcardPolicy'].flatMap((name): readonly KeptRow[] => [
      { at: `spec.${name}`, isAbout: (before, after) => !isLess(before, after), ...MORE },
      { at: `spec.${name}`, ...LESS },
    ]),
    { at: '', class: 'safe', message: 'It is about how browsers get in.' },
  ],
};

/** Browsers reach one program in place of another. */
function leadEffects(was: string, is: string): readonly ChangeEffect[] {
  return [
    { class: 'widens-access', ...changed('spec', was, is), message: `Browsers outside reach ${is} through it.` },
    {
      class: 'narrows-access',
      ...changed('spec', was, is),
      message: `Browsers outside no longer reach ${was} through it.`,
    },
  ];
}

function tlsEffects(
  was: ExposureRecord['tls'],
  is: ExposureRecord['tls'],
  around: Around<ExposureRecord>,
): readonly ChangeEffect[] {
  const field = 'spec.tls';
  if ((!is && isKeptAt(around.is, field)) || (!was && isKeptAt(around.was, field))) {
    const message = 'TLS ends elsewhere: browsers are shown another certificate, or none.';
    return [{ class: 'manual-step', field, message, remedy: 'See that what is behind it speaks TLS, or no more.' }];
  }
  if (!is) return [{ class: 'widens-access', field, message: 'What browsers send can be read on its way.' }];
  return [{ class: 'safe', field, message: was ? 'Browsers are shown another certificate.' : 'Browsers speak TLS.' }];
}
