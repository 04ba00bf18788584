import type { Manifest } from '../../dialects/common/codec';
import type { ChangeEffect } from '../change';
import { map } from '../../model/guarded';
import type { ResourceRecord } from '../../model/resource';
import { fieldEffects, type KeptRow } from '../kept';
import { groupOf } from '../object-id';
import type { References } from '../references';
import type { Scene } from '../scene';
import { CLAIM, COLLECTOR, definitionChanges, SECRET_TRANSPORT } from './beside';
import { contentEffects } from './contents';
import { contentLosses } from './ephemeral';
import { APPLICATION, APPLICATION_SET, KUSTOMIZATION, PROJECT } from './delivered';
import type { ForeignChanges } from './foreign-changes';
import { annotationsEffects, KEPT_OF_METADATA, removalEffects } from './metadata';

/** Kinds by the groups of their APIs. */
const KINDS: Readonly<Record<string, ForeignChanges>> = {
  'argoproj.io/Application': APPLICATION,
  'argoproj.io/ApplicationSet': APPLICATION_SET,
  'argoproj.io/AppProject': PROJECT,
  'kustomize.toolkit.fluxcd.io/Kustomization': KUSTOMIZATION,
  'opentelemetry.io/OpenTelemetryCollector': COLLECTOR,
  'external-secrets.io/ExternalSecret': SECRET_TRANSPORT,
  'external-secrets.io/PushSecret': SECRET_TRANSPORT,
  '/PersistentVolumeClaim': CLAIM,
};

/**
 * What comes of an object that the model has no noun for, for Kafka and those who use it. Absent: its kind is none of
 * theirs, or nothing that is known here reads it.
 */
export function foreignEffects(
  was: Manifest | undefined,
  is: Manifest | undefined,
  references: References,
  scene: Scene,
): readonly ChangeEffect[] | undefined {
  const manifest = (is ?? was) as Manifest;
  const kind = `${groupOf(manifest)}/${manifest.kind}`;
  if (kind === '/Secret' || kind === '/ConfigMap') {
    const effects = contentEffects(was, is, references);
    return effects && [...effects, ...contentLosses(effects, manifest, scene.before)];
  }
  const changes =
    kind === DEFINITION ? definitionChanges(manifest) : Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  if (!changes) return undefined;
  if (!was) return [changes.added];
  if (!is) return removalEffects(annotationsOf(was), () => [changes.removed(was, scene)]);
  const rows = [...changes.rows(is), ...KEPT_OF_METADATA, REST];
  return [
    ...(changes.whole?.(was, is) ?? []),
    ...fieldEffects(withoutAnnotations(was), withoutAnnotations(is), rows),
    ...annotationsEffects(annotationsOf(was), annotationsOf(is), ['metadata', 'annotations']),
  ];
}

function annotationsOf({ metadata }: Manifest): ResourceRecord['annotations'] {
  return map((metadata as { readonly annotations?: unknown }).annotations) as ResourceRecord['annotations'];
}

function withoutAnnotations({ metadata, ...manifest }: Manifest): object {
  const { annotations: _, ...others } = metadata as { readonly annotations?: unknown };
  return { ...manifest, metadata: others };
}

const DEFINITION = 'apiextensions.k8s.io/CustomResourceDefinition';
const REST: KeptRow = { at: '', class: 'no-effect', message: 'It is about the object alone.' };
