import type { SubscriptionManifest } from '../../../imports/olm';
import type { SubscriptionRecord } from '../../model/platform';
import { codec, defined, type Codec } from '../common/codec';
import type { Shape } from '../common/shape';

const SHAPE = {
  spec: {
    name: 'text',
    channel: 'text',
    source: 'text',
    sourceNamespace: 'text',
    startingCSV: 'text',
    installPlanApproval: 'text',
  },
} as const satisfies Shape;

/** Subscription: an operator of a catalogue. */
export const subscription: Codec<SubscriptionRecord> = codec<SubscriptionRecord, typeof SHAPE, SubscriptionManifest>({
  apiVersion: 'operators.coreos.com/v1alpha1',
  kind: 'Subscription',
  shape: SHAPE,
  write: ({ package: name, channel, source, sourceNamespace, startingCSV, approval }) => ({
    spec: defined({ name, channel, source, sourceNamespace, startingCSV, installPlanApproval: approval }),
  }),
  read: ({ spec = {} }) =>
    defined({
      package: spec.name ?? '',
      channel: spec.channel,
      source: spec.source ?? '',
      sourceNamespace: spec.sourceNamespace ?? '',
      startingCSV: spec.startingCSV,
      approval: readApproval(spec.installPlanApproval),
    }),
});

function readApproval(wire: string | undefined): SubscriptionRecord['approval'] {
  return wire === 'Automatic' || wire === 'Manual' ? wire : undefined;
}
