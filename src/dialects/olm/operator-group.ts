import type { OperatorGroupManifest } from '../../../imports/olm';
import type { OperatorGroupRecord } from '../../model/platform';
import { codec, defined, type Codec, type Limit } from '../common/codec';
import type { Shape } from '../common/shape';

const SHAPE = { spec: { targetNamespaces: ['text'] } } as const satisfies Shape;

/**
 * OperatorGroup: without target namespaces, its operators watch all.
 * @see https://olm.operatorframework.io/docs/concepts/crds/operatorgroup/
 */
export const operatorGroup: Codec<OperatorGroupRecord> = codec<
  OperatorGroupRecord,
  typeof SHAPE,
  OperatorGroupManifest
>({
  apiVersion: 'operators.coreos.com/v1',
  kind: 'OperatorGroup',
  shape: SHAPE,
  write: ({ targetNamespaces }) => ({ spec: defined({ targetNamespaces: targetNamespaces && [...targetNamespaces] }) }),
  read: ({ spec = {} }) => defined({ targetNamespaces: spec.targetNamespaces }),
  demands,
});

function demands({ targetNamespaces }: OperatorGroupRecord): Limit[] {
  if (!targetNamespaces || (targetNamespaces.length > 0 && !targetNamespaces.includes(''))) return [];
  return [
    {
      field: 'spec.targetNamespaces',
      given: targetNamespaces,
      message: 'An empty list or an empty name does not mean all namespaces.',
      allowed: 'names of namespaces, or no targetNamespaces for all',
    },
  ];
}
