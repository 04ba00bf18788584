import type { NamespaceRecord } from '../../model/platform';
import { codec, defined } from '../common/codec';
import type { Named } from '../common/wire';

/** Annotations that OpenShift shows a project's name and purpose from. */
const DISPLAY_NAME = 'openshift.io/display-name';
const DESCRIPTION = 'openshift.io/description';

/** Namespace: on OpenShift, the project of the name. */
export const namespace = codec<NamespaceRecord, Record<string, never>, Named>({
  apiVersion: 'v1',
  kind: 'Namespace',
  shape: {},
  marks: ({ displayName, description }) => {
    if (displayName === undefined && description === undefined) return {};
    return {
      annotations: {
        ...(description !== undefined && { [DESCRIPTION]: description }),
        ...(displayName !== undefined && { [DISPLAY_NAME]: displayName }),
      },
    };
  },
  write: () => ({}),
  read: (_, { annotations }) =>
    defined({ displayName: annotations[DISPLAY_NAME], description: annotations[DESCRIPTION] }),
});
