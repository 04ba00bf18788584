import type { ClientRecord } from '../../model/client';
import { describeClient, withoutLoginVariables } from '../clients';
import { APP_LABEL } from '../common/app-label';
import { CLIENT_ANNOTATION } from '../../model/client-annotation';
import { codec, defined, sorted, type Codec, type Limit, type Marks, type Own } from '../common/codec';
import type { Shape } from '../common/shape';
import type { Named } from '../common/wire';
import { readPod, TEMPLATE, userOn, variableLimits, writePod, type PodDifferences } from './client-pod';

const SHAPE = {
  spec: { replicas: 'number', selector: { matchLabels: { '*': 'text' } }, template: TEMPLATE },
} as const satisfies Shape;

/** Deployment of a client application: one container, named as the application is. */
export function clientCodec(differences: PodDifferences): Codec<ClientRecord> {
  const userOf = userOn(differences);
  return codec<ClientRecord, typeof SHAPE, Named>({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    shape: SHAPE,
    marks,
    write: (record) => {
      const app = { [APP_LABEL]: record.name };
      return {
        spec: {
          replicas: record.replicas,
          selector: { matchLabels: app },
          template: {
            metadata: defined({
              labels: sorted({ ...record.podLabels, ...app }),
              annotations: sorted(record.podAnnotations),
            }),
            spec: writePod(record, userOf),
          },
        },
      };
    },
    read: ({ metadata, spec = {} }, { annotations }) => {
      const name = metadata?.name ?? '';
      const { metadata: podMetadata = {}, spec: pod = {} } = spec.template ?? {};
      const own: Own<ClientRecord> = defined({
        ...readPod(pod, { name, annotations }, userOf),
        replicas: spec.replicas ?? 1,
        podLabels: withoutApp(podMetadata.labels, name),
        podAnnotations: sorted(podMetadata.annotations),
      });
      return { ...own, name };
    },
    agreed,
    demands,
  });
}

/** The label app with the name of the application may be said, and need not be; a login may be in variables of any names. */
function agreed(record: ClientRecord, said: ClientRecord): ClientRecord {
  const { labels, podLabels, endpoint } = said;
  const { login, loginSecrets } = endpoint;
  const withApp = (own: ClientRecord['labels'], said: ClientRecord['labels']): ClientRecord['labels'] =>
    said?.[APP_LABEL] === record.name ? { ...own, [APP_LABEL]: record.name } : own;
  return defined({
    ...record,
    ...(login && {
      endpoint: defined({ ...record.endpoint, login, loginSecrets }),
      env: withoutLoginVariables(said, record.env),
    }),
    labels: withApp(record.labels, labels),
    podLabels: withApp(record.podLabels, podLabels),
  });
}

/** A reader's record has its name by the time that its marks are asked for. */
function marks(record: Own<ClientRecord>): Marks {
  const { name } = record as ClientRecord;
  return { labels: { [APP_LABEL]: name }, ...descriptionMark(record as ClientRecord) };
}

/** The annotation that tells what no variable does. */
export function descriptionMark(record: ClientRecord): Marks {
  const description = describeClient(record);
  return description === undefined ? {} : { annotations: { [CLIENT_ANNOTATION]: description } };
}

function withoutApp(labels: Record<string, string> | undefined, name: string): Record<string, string> | undefined {
  const others = Object.entries(labels ?? {}).filter(([key, value]) => key !== APP_LABEL || value !== name);
  return others.length > 0 ? sorted(Object.fromEntries(others)) : undefined;
}

function demands(record: ClientRecord): Limit[] {
  return [...variableLimits(record, 'spec.template.spec'), ...appLabelDemands(record)];
}

function appLabelDemands({ podLabels, labels, name }: ClientRecord): Limit[] {
  return [
    { field: `spec.template.metadata.labels.${APP_LABEL}`, given: podLabels?.[APP_LABEL] },
    { field: `metadata.labels.${APP_LABEL}`, given: labels?.[APP_LABEL] },
  ].flatMap(({ field, given }) =>
    given === undefined || given === name
      ? []
      : [
          {
            field,
            given,
            message: 'The label ties the Deployment to its pods, and is the name of the application.',
            allowed: `${name}, or another label`,
          },
        ],
  );
}
