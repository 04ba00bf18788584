import type { Manifest } from '../../dialects/common/codec';
import { equal } from '../../dialects/common/values';
import { isMap } from '../../model/guarded';
import { fieldText } from '../../model/field';
import type { ChangeEffect } from '../change';
import { changed } from '../effects';
import type { References, Use } from '../references';

/** Secrets of the certificate authorities of a cluster. */
const CA_SECRET = /-(cluster|clients)-ca(-cert)?$/;

/** What comes of another Secret or ConfigMap, for those who read it. Absent: nothing that is known here reads it. */
export function contentEffects(
  was: Manifest | undefined,
  is: Manifest | undefined,
  references: References,
): readonly ChangeEffect[] | undefined {
  const { kind, metadata } = (is ?? was) as Manifest;
  const uses = references.usesOf(kind, metadata.namespace, metadata.name);
  const isAuthority = kind === 'Secret' && CA_SECRET.test(metadata.name);
  if (uses.size === 0 && !isAuthority) return undefined;
  if (!was) return [{ class: 'safe', message: `What reads the ${kind} finds it.` }];
  if (!is) {
    return [
      {
        class: 'manual-step',
        message: uses.has('registry')
          ? `What reads the ${kind} does not find it: images are neither pulled nor pushed with it.`
          : `What reads the ${kind} does not find it: pods that mount it do not start.`,
        remedy: 'Keep it, or change those who read it first.',
      },
    ];
  }
  const effect = isAuthority ? AUTHORITY : effectOf(uses, kind);
  const fields = contentFields(was, is);
  return [
    ...fixedEffects(was, is, fields.length > 0),
    ...fields.map((field): ChangeEffect => ({ ...effect, field })),
    ...(was['immutable'] !== is['immutable'] && is['immutable'] === true ? [SEALED] : []),
  ];
}

const SEALED: ChangeEffect = {
  class: 'safe',
  field: 'immutable',
  message: 'The API server lets nobody change it from then on.',
};
const ANEW = 'Make one of another name, and have those who read it read that one.';

/** What an API server does not change in an object that is there. */
function fixedEffects(was: Manifest, is: Manifest, isOther: boolean): readonly ChangeEffect[] {
  const isSealed = was['immutable'] === true && (isOther || is['immutable'] !== true);
  const [before, after] = [was['type'] ?? 'Opaque', is['type'] ?? 'Opaque'];
  return [
    ...(isSealed
      ? [{ class: 'manual-step', message: 'The API server refuses it: it is immutable.', remedy: ANEW } as const]
      : []),
    ...(before === after
      ? []
      : [
          {
            class: 'manual-step',
            ...changed('type', before, after),
            message: 'The API server refuses it: a Secret keeps its type for its life.',
            remedy: ANEW,
          } as const,
        ]),
  ];
}

type Outcome = Pick<ChangeEffect, 'class' | 'message' | 'remedy'>;

const AUTHORITY: Outcome = {
  class: 'restarts-pods',
  message:
    'The certificate authority is another one: nodes restart with certificates of it, and clients need to trust it.',
};

function effectOf(uses: ReadonlySet<Use>, kind: string): Outcome {
  if (uses.has('content')) {
    return {
      class: 'manual-step',
      message: `Programs read the ${kind} when they start; operators restart what they know to read it.`,
      remedy: 'Restart those who read it and are not restarted.',
    };
  }
  if (uses.has('registry'))
    return { class: 'safe', message: 'It counts when images are pulled or pushed the next time.' };
  if (uses.has('metrics')) return { class: 'restarts-pods', message: 'Pods restart with other rules of metrics.' };
  return { class: 'safe', message: 'Pods take up levels of logging while they run.' };
}

/** The keys whose content is another one; the content is nobody's business. */
function contentFields(was: Manifest, is: Manifest): readonly string[] {
  return ['data', 'stringData', 'binaryData'].flatMap((part) => {
    const [before, after] = [was[part], is[part]].map((value) => (isMap(value) ? value : {})) as [object, object];
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    const valueOf = (map: object, key: string): unknown => (map as Readonly<Record<string, unknown>>)[key];
    return keys.filter((key) => !equal(valueOf(before, key), valueOf(after, key))).map((key) => fieldText([part, key]));
  });
}
