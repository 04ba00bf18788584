import { mergeAcls } from '../../model/acl';
import type { Json } from '../../model/json';
import type { Part } from '../../model/resource';
import type { Quotas, UserRecord, UserAuthentication } from '../../model/user';
import { ACLS_SHAPE, type AclForm } from './acl';
import { clusterMarks, clusterOf } from './cluster-label';
import { codec, defined, present, type Codec } from './codec';
import { MARKS_TEMPLATE, readMarks, writeMarks } from './marks-template';
import type { Fitting, Shape } from './shape';
import { equal } from './values';
import { isMap } from '../../model/guarded';
import type { Named, VersionOf, Wire } from './wire';

const AUTHENTICATION = {
  type: 'text',
  password: { valueFrom: { secretKeyRef: { name: 'text', key: 'text' } } },
} as const satisfies Shape;

type WireAuthentication = Fitting<typeof AUTHENTICATION>;

const SHAPE = {
  spec: {
    authentication: AUTHENTICATION,
    authorization: { type: 'text', acls: ACLS_SHAPE },
    quotas: {
      producerByteRate: 'number',
      consumerByteRate: 'number',
      requestPercentage: 'number',
      controllerMutationRate: 'number',
    },
    template: { secret: MARKS_TEMPLATE },
  },
} as const satisfies Shape;

/** KafkaUser. */
export function userCodec<T extends Wire<T, typeof SHAPE, Lacks>, Lacks extends string = never>(
  apiVersion: VersionOf<T>,
  form: AclForm,
): Codec<UserRecord> {
  return codec<UserRecord, typeof SHAPE, Named>({
    apiVersion,
    kind: 'KafkaUser',
    shape: SHAPE,
    faithful: form.faithful,
    moved: (part) => [respelled(part, form)],
    agreed: (user, other) => (sameRights(user, other) ? { ...user, acls: other.acls } : user),
    marks: clusterMarks,
    write: ({ authentication, acls, quotas, secretAnnotations, secretLabels }) => ({
      spec: defined({
        authentication: authentication && writeAuthentication(authentication),
        authorization: acls && { type: 'simple', acls: form.write(acls) },
        quotas: quotas && writeQuotas(quotas),
        template: present({ secret: writeMarks({ labels: secretLabels, annotations: secretAnnotations }) }),
      }),
    }),
    read: ({ spec = {} }, marks) =>
      defined({
        cluster: clusterOf(marks),
        authentication: readAuthentication(spec.authentication),
        acls: spec.authorization?.type === 'simple' ? form.read(spec.authorization.acls ?? []) : undefined,
        quotas: spec.quotas && writeQuotas(spec.quotas),
        secretAnnotations: readMarks(spec.template?.secret)?.annotations,
        secretLabels: readMarks(spec.template?.secret)?.labels,
      }),
    plain: (user) => {
      const { spec } = user;
      const authorization = spec?.authorization;
      if (!authorization?.acls) return user;
      return {
        ...user,
        spec: { ...spec, authorization: { ...authorization, acls: authorization.acls.flatMap(form.plain) } },
      };
    },
  });
}

const ACLS = ['spec', 'authorization', 'acls'];

/** Rules that nothing is understood of, with the API's own word for their operations. */
function respelled(part: Part, form: AclForm): Part {
  if (!('runs' in part) || !equal(part.at, ACLS)) return part;
  const plain = (item: Json): readonly Json[] => (isMap(item) ? form.plain(item) : [item]);
  return {
    ...part,
    runs: part.runs.map((run) => ('items' in run ? { ...run, items: run.items.flatMap(plain) } : run)),
  };
}

/** Whether both may do the same: some APIs have a rule for each operation, others one for all of them. */
function sameRights({ acls: one }: UserRecord, { acls: other }: UserRecord): boolean {
  return one !== undefined && other !== undefined && equal(mergeAcls(one), mergeAcls(other));
}

function writeAuthentication(authentication: UserAuthentication): WireAuthentication {
  if (authentication.type !== 'scram-sha-512' || !authentication.password) return { type: authentication.type };
  const { secret: name, key } = authentication.password;
  return { type: 'scram-sha-512', password: { valueFrom: { secretKeyRef: { name, key } } } };
}

function readAuthentication(wire: WireAuthentication | undefined): UserAuthentication | undefined {
  if (wire?.type === 'tls' || wire?.type === 'tls-external') return { type: wire.type };
  if (wire?.type !== 'scram-sha-512') return undefined;
  const { name: secret, key } = wire.password?.valueFrom?.secretKeyRef ?? {};
  return secret !== undefined && key !== undefined
    ? { type: 'scram-sha-512', password: { secret, key } }
    : { type: 'scram-sha-512' };
}

/** The quotas that the model knows, in a fixed order: model and object have the same words. */
function writeQuotas({
  producerByteRate,
  consumerByteRate,
  requestPercentage,
  controllerMutationRate,
}: Quotas): Quotas {
  return defined({ producerByteRate, consumerByteRate, requestPercentage, controllerMutationRate });
}
