import type { Manifest } from '../../dialects/common/codec';
import { list, map, text } from '../../model/guarded';
import type { ChangeEffect } from '../change';
import type { KeptRow } from '../kept';
import type { Side } from '../side';
import type { ForeignChanges } from './foreign-changes';

const CASCADE = /^resources-finalizer\.argocd\.argoproj\.io/;

/** What Argo CD delivers. */
export const APPLICATION: ForeignChanges = {
  added: { class: 'safe', message: 'Argo CD delivers what is in the place that it names.' },
  removed: ({ metadata, ...application }, { before }) => {
    const { finalizers } = metadata as { readonly finalizers?: unknown };
    if (!list(finalizers).some((each) => CASCADE.test(String(each)))) return undelivered('Argo CD');
    const { namespace } = map(map(application['spec'])['destination']);
    return cascade('Argo CD', before, text(namespace));
  },
  whole: ({ spec: was }, { spec: is }) => automationEffects(map(was), map(is), 'spec'),
  rows: ({ spec }) => [FINALIZERS, ...applicationRows('spec', map(spec))],
};

/** Applications that Argo CD makes. */
export const APPLICATION_SET: ForeignChanges = {
  added: { class: 'safe', message: 'Argo CD makes Applications by it.' },
  removed: ({ spec }, { before }) =>
    keepsResources(spec) ? undelivered('Argo CD') : cascade('Argo CD', before, undefined),
  whole: ({ spec: was }, { spec: is }) => automationEffects(templateOf(was), templateOf(is), 'spec.template.spec'),
  rows: ({ spec }) => [
    ...applicationRows('spec.template.spec', templateOf(spec)),
    {
      at: 'spec.syncPolicy.preserveResourcesOnDeletion',
      isAbout: (before) => before === true,
      class: 'may-lose-data',
      message: 'From then on what an Application delivered is deleted with it.',
    },
    { at: 'spec.syncPolicy', class: 'safe', message: 'It is about Applications that are gone.' },
    {
      at: 'spec.generators',
      class: keepsResources(spec) ? 'manual-step' : 'may-lose-data',
      message: 'Applications come and go; what those that go delivered goes with them, unless it is kept.',
      remedy: 'See which Applications there are before and after.',
    },
    { at: 'spec', class: 'manual-step', message: 'Applications are made in another way.' },
  ],
};

/** What Argo CD may deliver, and where. */
export const PROJECT: ForeignChanges = {
  added: { class: 'safe', message: 'Applications of the project are delivered.' },
  removed: () => ({ class: 'manual-step', message: 'Applications of the project are delivered no more.' }),
  rows: () => [
    {
      at: 'spec',
      isAbout: (before, after) => list(after).some((each) => !includes(list(before), each)),
      class: 'widens-access',
      message: 'Applications of the project may deliver more, or to more places.',
    },
    { at: 'spec.description', class: 'no-effect', message: 'People read it.' },
    {
      at: 'spec',
      class: 'manual-step',
      message: 'What the project no longer allows is delivered no more.',
      remedy: 'See that its Applications need none of it.',
    },
  ],
};

/** What Flux delivers. */
export const KUSTOMIZATION: ForeignChanges = {
  added: { class: 'safe', message: 'Flux delivers what is in the place that it names.' },
  removed: ({ spec }, { before }) => {
    const { prune, deletionPolicy = 'MirrorPrune', targetNamespace } = map(spec);
    const deletes = deletionPolicy === 'MirrorPrune' ? prune === true : deletionPolicy !== 'Orphan';
    return deletes ? cascade('Flux', before, text(targetNamespace)) : undelivered('Flux');
  },
  rows: ({ spec }) => [
    pruneRow('spec.prune', 'Flux'),
    {
      at: 'spec.force',
      isAbout: (_, after) => after === true,
      class: 'may-lose-data',
      message: 'Flux deletes objects that it cannot change, and makes them anew; what hangs on them goes with them.',
    },
    {
      at: 'spec.suspend',
      isAbout: (_, after) => after === true,
      class: 'manual-step',
      message: 'Flux delivers nothing until this is taken back.',
    },
    {
      at: 'spec.deletionPolicy',
      isAbout: (_, after) => after !== 'Orphan',
      class: 'may-lose-data',
      message: 'What it delivered may be deleted with the Kustomization.',
    },
    ...['kubeConfig', 'patches', 'path', 'sourceRef', 'targetNamespace'].map((name) =>
      otherTree(`spec.${name}`, 'Flux', map(spec)['prune'] === true),
    ),
    { at: 'spec', class: 'safe', message: 'It is about when and how Flux delivers.' },
  ],
};

const FINALIZERS: KeptRow = {
  at: 'metadata.finalizers',
  isAbout: (before, after) => cascades(after) && !cascades(before),
  class: 'may-lose-data',
  message: 'From then on what the Application delivered is deleted with it.',
};

function cascades(finalizers: unknown): boolean {
  return list(finalizers).some((each) => CASCADE.test(String(each)));
}

function applicationRows(at: string, spec: Readonly<Record<string, unknown>>): readonly KeptRow[] {
  const prunes = map(map(spec['syncPolicy'])['automated'])['prune'] === true;
  return [
    ...(at === 'spec' ? [UNFINALIZED] : []),
    pruneRow(`${at}.syncPolicy.automated.prune`, 'Argo CD'),
    {
      at: `${at}.syncPolicy.syncOptions`,
      isAbout: (before, after) =>
        list(after).some((each) => FORCES.test(String(each)) && !includes(list(before), each)),
      class: 'may-lose-data',
      message: 'Argo CD may delete objects and make them anew; what hangs on them goes with them.',
    },
    { at: `${at}.syncPolicy`, class: 'safe', message: 'It is about when and how Argo CD delivers.' },
    ...['destination', 'source', 'sources'].map((name) => otherTree(`${at}.${name}`, 'Argo CD', prunes)),
    {
      at: `${at}.project`,
      class: 'manual-step',
      message: 'It is delivered where the other project allows it.',
      remedy: 'See that it does.',
    },
    { at, class: 'safe', message: 'It is about when and how Argo CD delivers.' },
  ];
}

const FORCES = /^Force=true$/;
const UNFINALIZED: KeptRow = {
  at: 'metadata.finalizers',
  class: 'safe',
  message: 'What it delivered stays when it is deleted.',
};

function pruneRow(at: string, who: string): KeptRow {
  return {
    at,
    isAbout: (_, after) => after === true,
    class: 'may-lose-data',
    message: `${who} deletes what is no longer described, and what hangs on it, by itself.`,
    remedy: 'Have objects that hold data protected first.',
  };
}

function otherTree(at: string, who: string, prunes: boolean): KeptRow {
  return {
    at,
    class: prunes ? 'may-lose-data' : 'manual-step',
    message: `${who} delivers something else, or elsewhere${prunes ? ', and deletes what it delivered and does not find' : ''}.`,
    remedy: 'See what is there.',
  };
}

/** Whether syncs come by themselves. */
function automationEffects(was: object, is: object, at: string): readonly ChangeEffect[] {
  const [before, after] = [was, is].map(isAutomated);
  if (before === after) return [];
  const field = `${at}.syncPolicy.automated`;
  return after === true
    ? [{ class: 'safe', field, message: 'Argo CD delivers changes by itself.' }]
    : [{ class: 'manual-step', field, message: 'Argo CD delivers nothing until somebody tells it to.' }];
}

function isAutomated(spec: object): boolean {
  const { automated } = map(map(spec)['syncPolicy']);
  return automated !== undefined && automated !== null && map(automated)['enabled'] !== false;
}

function templateOf(spec: unknown): Readonly<Record<string, unknown>> {
  return map(map(map(spec)['template'])['spec']);
}

function keepsResources(spec: unknown): boolean {
  return map(map(spec)['syncPolicy'])['preserveResourcesOnDeletion'] === true;
}

function includes(values: readonly unknown[], value: unknown): boolean {
  return values.some((each) => JSON.stringify(each) === JSON.stringify(value));
}

function undelivered(who: string): ChangeEffect {
  return { class: 'manual-step', message: `What it delivered stays, and ${who} delivers no changes of it.` };
}

/** Kinds of objects that data goes with. */
const HOLDERS: readonly string[] = ['Kafka', 'KafkaNodePool', 'KafkaTopic', 'Namespace', 'PersistentVolumeClaim'];

/** What comes of the removal of what a tool delivers by, where it takes along what it delivered. */
function cascade(who: string, side: Side, namespace: string | undefined): ChangeEffect {
  const holders = [...side.objects.values()]
    .flat()
    .filter(({ manifest: { kind, metadata } }) => HOLDERS.includes(kind) && isIn(metadata.namespace, namespace))
    .map(({ manifest }) => manifest);
  const bare = holders.filter((manifest) => !isProtected(manifest));
  const message = `${who} deletes what it delivered, and what hangs on it, unless it is protected.`;
  const remedy = `Have ${who} keep it first.`;
  if (holders.length === 0) return { class: 'may-lose-data', message, remedy };
  if (bare.length === 0) return { class: 'manual-step', message: `${message} What holds data is.`, remedy };
  return { class: 'destroys-data', message, remedy };
}

function isIn(namespace: string | undefined, wanted: string | undefined): boolean {
  return namespace === undefined || wanted === undefined || namespace === wanted;
}

function isProtected({ metadata }: Manifest): boolean {
  const annotations = map((metadata as { readonly annotations?: unknown }).annotations);
  return (
    /\bDelete=(false|confirm)\b/.test(String(annotations['argocd.argoproj.io/sync-options'])) ||
    annotations['kustomize.toolkit.fluxcd.io/prune'] === 'disabled'
  );
}
