import type { SubscriptionRecord } from '../../model/platform';
import { codec, defined, type Codec } from '../common/codec';

interface WireSubscription {
  spec?: {
    name?: string;
    channel?: string;
    source?: string;
    sourceNamespace?: string;
    startingCSV?: string;
    installPlanApproval?: string;
  };
}

/** Subscription: an operator of a catalogue. */
export const subscription: Codec<SubscriptionRecord> = codec<SubscriptionRecord, WireSubscription>({
  apiVersion: 'operators.coreos.com/v1alpha1',
  kind: 'Subscription',
  shape: {
    spec: {
      name: 'text',
      channel: 'text',
      source: 'text',
      sourceNamespace: 'text',
      startingCSV: 'text',
      installPlanApproval: 'text',
    },
  },
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
