import type { Quotas, UserRecord, UserAuthentication } from '../../model/user';
import type { AclForm, WireAcl } from './acl';
import { clusterMarks, clusterOf } from './cluster-label';
import { codec, defined, type Codec, type Limit } from './codec';

interface WireUser {
  spec?: {
    authentication?: WireUserAuthentication;
    authorization?: { type?: string; acls?: WireAcl[] };
    quotas?: Quotas;
  };
}

interface WireUserAuthentication {
  type?: string;
  password?: { valueFrom?: { secretKeyRef?: { name?: string; key?: string } } };
}

/** What differs between the API versions of KafkaUser. */
export interface UserDifferences {
  readonly acls: AclForm;
  readonly limits?: (user: UserRecord) => readonly Limit[];
}

/** KafkaUser. */
export function userCodec(apiVersion: string, { acls: form, limits }: UserDifferences): Codec<UserRecord> {
  return codec<UserRecord, WireUser>({
    apiVersion,
    kind: 'KafkaUser',
    marks: clusterMarks,
    write: ({ authentication, acls, quotas }) => ({
      spec: defined({
        authentication: authentication && writeAuthentication(authentication),
        authorization: acls && { type: 'simple', acls: form.write(acls) },
        quotas: quotas && writeQuotas(quotas),
      }),
    }),
    read: ({ spec = {} }, marks) =>
      defined({
        cluster: clusterOf(marks),
        authentication: readAuthentication(spec.authentication),
        acls: spec.authorization?.type === 'simple' ? form.read(spec.authorization.acls ?? []) : undefined,
        quotas: spec.quotas && writeQuotas(spec.quotas),
      }),
    plain: (user) => {
      const { spec } = user;
      const authorization = spec?.authorization;
      if (!authorization?.acls) return user;
      return {
        ...user,
        spec: { ...spec, authorization: { ...authorization, acls: authorization.acls.map(form.plain) } },
      };
    },
    ...(limits && { limits }),
  });
}

function writeAuthentication(authentication: UserAuthentication): WireUserAuthentication {
  if (authentication.type !== 'scram-sha-512' || !authentication.password) return { type: authentication.type };
  const { secret: name, key } = authentication.password;
  return { type: 'scram-sha-512', password: { valueFrom: { secretKeyRef: { name, key } } } };
}

function readAuthentication(wire: WireUserAuthentication | undefined): UserAuthentication | undefined {
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
