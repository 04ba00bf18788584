import { equal } from '../../dialects/common/values';
import type { ResourceRecord } from '../../model/resource';
import { fieldText, type FieldPath } from '../../model/field';
import type { ChangeEffect } from '../change';
import type { ChangeClass } from '../change-class';
import { list } from '../../model/guarded';
import { changed } from '../effects';
import type { KeptRow } from '../kept';
import type { PassedOn } from '../scene';

type Marks = ResourceRecord['annotations'];

/** What a tool of delivery is told of an object by an annotation. */
interface Protection {
  readonly who: string;
  /** Whether a value protects the object at all. */
  readonly protects: (value: string) => boolean;
  /** Whether it keeps an object that is no longer described. */
  readonly keeps: (value: string) => boolean;
}

const isKeep = (value: string): boolean => value === 'keep';
const isDisabled = (value: string): boolean => value === 'disabled';

const PROTECTIONS: Readonly<Record<string, Protection>> = {
  'argocd.argoproj.io/sync-options': {
    who: 'Argo CD',
    protects: (value) => /\b(Prune|Delete)=(false|confirm)\b/.test(value),
    keeps: (value) => /\bPrune=(false|confirm)\b/.test(value),
  },
  'helm.sh/resource-policy': { who: 'Helm', protects: isKeep, keeps: isKeep },
  'kustomize.toolkit.fluxcd.io/prune': { who: 'Flux', protects: isDisabled, keeps: isDisabled },
};

/** Who keeps an object in the Kubernetes cluster that is no longer described; absent: nobody. */
function keeperOf(annotations: Marks): string | undefined {
  return Object.entries(PROTECTIONS).find(([name, { keeps }]) => keeps(annotations?.[name] ?? ''))?.[1].who;
}

/** What comes of an object that is no longer described, where no tool keeps it. */
export function removalEffects(annotations: Marks, removed: () => readonly ChangeEffect[]): readonly ChangeEffect[] {
  const keeper = keeperOf(annotations);
  if (keeper === undefined) return removed();
  return [
    {
      class: 'manual-step',
      message: `${keeper} leaves the object in the Kubernetes cluster, and all goes on as it is.`,
      remedy: 'Delete it by hand if it is to go.',
    },
  ];
}

/** What comes of annotations that operators and tools of delivery look at. */
const ANNOTATIONS: Readonly<Record<string, (value: string | undefined) => readonly [ChangeClass, string]>> = {
  'strimzi.io/pause-reconciliation': (value) =>
    value === 'true'
      ? [
          'manual-step',
          'The operator leaves the object alone: what changes with it and after it waits until this is taken back.',
        ]
      : ['safe', 'The operator takes up what waited meanwhile.'],
  'strimzi.io/managed': (value) =>
    value === 'false'
      ? ['safe', 'The topic operator leaves the topic alone, and lets it be when the object is removed.']
      : ['safe', 'The topic operator makes the topic what the object says, and deletes it with the object.'],
  'strimzi.io/kraft': (value) => [
    'manual-step',
    value === 'migration'
      ? 'The cluster begins to migrate from ZooKeeper to KRaft; brokers restart.'
      : 'The migration to KRaft goes on, or back.',
  ],
  'strimzi.io/skip-broker-scaledown-check': (value) =>
    value === 'true'
      ? ['may-lose-data', 'Brokers are stopped even if they hold partitions.']
      : ['safe', 'Brokers are stopped only when they hold no partitions.'],
  'strimzi.io/manual-rolling-update': (value) =>
    value === 'true' ? ['restarts-pods', 'The pods restart one by one, once.'] : ['no-effect', 'It was done.'],
  'strimzi.io/delete-pod-and-pvc': (value) =>
    value === 'true'
      ? ['destroys-data', 'The pod and its claims are deleted, and made anew empty.']
      : ['no-effect', 'It was done.'],
  'strimzi.io/force-renew': (value) =>
    value === 'true'
      ? ['restarts-pods', 'The certificate is made anew, and nodes restart.']
      : ['no-effect', 'It was done.'],
  'strimzi.io/force-replace': (value) =>
    value === 'true' ? ['restarts-pods', 'The key is made anew, and nodes restart.'] : ['no-effect', 'It was done.'],
  'strimzi.io/restart': (value) =>
    value === 'true' ? ['safe', 'The connector restarts, once.'] : ['no-effect', 'It was done.'],
  'strimzi.io/restart-connector': () => ['restarts-mirror', 'The connector restarts, once.'],
  'strimzi.io/restart-connector-task': () => ['restarts-mirror', 'A task of the connector restarts, once.'],
  'strimzi.io/restart-task': () => ['safe', 'A task of the connector restarts, once.'],
  'strimzi.io/rebalance': () => ['safe', 'It says whether a proposal is carried out.'],
};

/** Parts of an object's metadata that are the same for all kinds. */
export const KEPT_OF_METADATA: readonly KeptRow[] = [
  {
    at: 'metadata.finalizers',
    isAbout: (before, after) => list(before).some((finalizer) => !list(after).includes(finalizer)),
    class: 'may-lose-data',
    message:
      'Whoever held up the removal of the object no longer does: it can be gone before what hangs on it is seen to.',
  },
  {
    at: 'metadata.ownerReferences',
    isAbout: (before, after) => list(after).some((owner) => !list(before).some((each) => equal(each, owner))),
    class: 'may-lose-data',
    message: 'The object goes when its owner goes, and at once where there is no such owner.',
  },
  { at: 'metadata', class: 'no-effect', message: 'It is about the object alone.' },
];

/**
 * Labels that operators keep to the object, unless their own environment says otherwise. Before, of these they passed on what
 * they do not set themselves.
 * @see Labels of Strimzi 0.26.0 to 1.2.0
 */
const KEPT_TO_OBJECT = /^(app\.kubernetes\.io\/|kustomize\.toolkit\.fluxcd\.io)/;

/**
 * What comes of other labels and annotations. Those that a field of the record tells of are not among them.
 * @param labels - what comes of labels that the operator passes on; absent: it passes none on
 */
export function metadataEffects(was: ResourceRecord, is: ResourceRecord, labels?: PassedOn): readonly ChangeEffect[] {
  const { kept = KEPT_TO_OBJECT, keptAnnotations } = labels ?? {};
  const passedOn: readonly [ChangeClass, string] | undefined = labels && [labels.class, labels.message];
  return [
    ...marksEffects(was.annotations, is.annotations, ['metadata', 'annotations'], (name, before, after) => {
      const known = annotationEffect(name, before, after);
      return known ?? (keptAnnotations?.test(name) === false ? passedOn : undefined);
    }),
    ...marksEffects(was.labels, is.labels, ['metadata', 'labels'], (name) => (kept.test(name) ? undefined : passedOn)),
  ];
}

/** What comes of other annotations, of an object or of what its operator makes. */
export function annotationsEffects(was: Marks, is: Marks, at: FieldPath): readonly ChangeEffect[] {
  return marksEffects(was, is, at, annotationEffect);
}

function marksEffects(
  was: Marks = {},
  is: Marks = {},
  at: FieldPath,
  effectOf: typeof annotationEffect,
): readonly ChangeEffect[] {
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort();
  return names.flatMap((name): readonly ChangeEffect[] => {
    if (was[name] === is[name]) return [];
    const field = changed(fieldText([...at, name]), was[name], is[name]);
    const [changeClass, message] = effectOf(name, was[name], is[name]) ?? ['no-effect', 'Nobody asks Kafka for it.'];
    return [{ class: changeClass, ...field, message }];
  });
}

function annotationEffect(
  name: string,
  was: string | undefined,
  is: string | undefined,
): readonly [ChangeClass, string] | undefined {
  const replacing = replacingEffect(name, was, is);
  if (replacing) return replacing;
  if (GUARDS.test(name)) return guardEffect(was, is);
  const protection = Object.hasOwn(PROTECTIONS, name) ? PROTECTIONS[name] : undefined;
  if (protection) return protectionEffect(protection, was, is);
  return Object.hasOwn(ANNOTATIONS, name) ? ANNOTATIONS[name]?.(is) : undefined;
}

/** Annotations that have a tool of delivery delete an object and make it anew, and the values of them that do. */
const REPLACES: Readonly<Record<string, readonly [who: string, value: RegExp]>> = {
  'argocd.argoproj.io/sync-options': ['Argo CD', /\bForce=true\b/],
  'argocd.argoproj.io/hook': ['Argo CD', /^(?!Skip$)./],
  'helm.sh/hook': ['Helm', /./],
  'kustomize.toolkit.fluxcd.io/force': ['Flux', /^enabled$/i],
};

function replacingEffect(name: string, was = '', is = ''): readonly [ChangeClass, string] | undefined {
  const [who, value] = (Object.hasOwn(REPLACES, name) ? REPLACES[name] : undefined) ?? [];
  if (!value || !value.test(is) || value.test(was)) return undefined;
  return ['may-lose-data', `${who} may delete the object and make it anew; what hangs on it goes with it.`];
}

/** Annotations of Ingresses and Routes that say who is let in. */
const GUARDS =
  /^(haproxy\.router\.openshift\.io\/ip_(white|allow)list|nginx\.ingress\.kubernetes\.io\/((white|allow)list-source-range|auth-.+))$/;

function guardEffect(was: string | undefined, is: string | undefined): readonly [ChangeClass, string] {
  const [before, after] = [was, is].map((value) => value?.split(/[\s,]+/));
  const isWider = before !== undefined && (after === undefined || after.some((each) => !before.includes(each)));
  return isWider
    ? ['widens-access', 'Others may be let in than before.']
    : ['narrows-access', 'Some are let in no more.'];
}

function protectionEffect(
  { who, protects }: Protection,
  was: string | undefined,
  is: string | undefined,
): readonly [ChangeClass, string] {
  const [before, after] = [was, is].map((value) => value !== undefined && protects(value));
  if (before === true && after === false) {
    return ['may-lose-data', `${who} removes the object, and what hangs on it, when it is no longer described.`];
  }
  return before === after
    ? ['no-effect', 'It protects as before.']
    : ['safe', `${who} no longer removes the object by itself.`];
}
