import { OPERATIONS_OF, type Acl, type AclResource } from '../../model/acl';
import { principalOf } from '../../model/authorizer';
import type { UserRecord } from '../../model/user';
import type { AccessChange, ChangeEffect } from '../change';
import type { ChangeClass } from '../change-class';
import { always, changed, changedFields } from '../effects';
import { Bounds, rightsOf, type Right } from '../../model/rights';
import type { NounChanges, Scene } from '../scene';
import { annotationsEffects } from './metadata';
import type { Side } from '../side';

const ACLS = 'spec.authorization.acls';
const SECRET_ANNOTATIONS = ['spec', 'template', 'secret', 'metadata', 'annotations'];

/**
 * KafkaUser.
 * @see KafkaUserOperator of Strimzi 0.18.0 to 1.2.0
 */
export const userChanges: NounChanges<UserRecord> = {
  added: (user, scene) => [loginEffect(user), ...accessEffects({ ...user, acls: [] }, user, scene)],
  removed: (user, scene) => [lossEffect(user, user.cluster), ...accessEffects(user, { ...user, acls: [] }, scene)],
  fields: {
    cluster: (was, is, { is: user }) => [clusterEffect(was, is, user)],
    authentication: (was, is) => [
      {
        class: 'manual-step',
        ...changed('spec.authentication', was?.type, is?.type),
        message:
          is === undefined
            ? 'The operator takes the Secret with the credentials away.'
            : was === undefined
              ? 'The operator makes credentials, in a Secret of the name of the user.'
              : 'The Secret with the credentials is written anew: what the user logged in with works no more.',
        remedy: 'Give its applications the new credentials.',
      },
    ],
    acls: (_was, _is, around) => accessEffects(around.was, around.is, around),
    quotas: (was, is) =>
      changedFields(was, is).map((name) => {
        const [before, after] = [was?.[name], is?.[name]];
        const isLess = after !== undefined && (before === undefined || after < before);
        return {
          class: 'safe',
          ...changed(`spec.quotas.${name}`, before, after),
          message: isLess ? 'The user is slowed down earlier.' : 'The user is slowed down later.',
        };
      }),
    secretLabels: always('spec.template.secret.metadata.labels', 'safe', 'It is about the Secret alone.'),
    secretAnnotations: (was, is) => annotationsEffects(was, is, SECRET_ANNOTATIONS),
  },
  kept: [
    {
      at: 'spec.authorization',
      class: 'widens-access',
      message:
        'It is a rule, or a kind of authorization, that is not understood here: see yourself what it gives or takes.',
    },
    {
      at: 'spec.authentication',
      class: 'manual-step',
      message: 'The credentials may be made anew.',
      remedy: 'See that its applications read them anew.',
    },
    { at: '', class: 'safe', message: 'The user operator takes it up.' },
  ],
};

function loginEffect(user: UserRecord): ChangeEffect {
  const message = `User "${user.name}" may log in to ${user.cluster}${withRights(user)}.`;
  return { class: 'widens-access', message };
}

function lossEffect({ name }: UserRecord, cluster: string): ChangeEffect {
  return {
    class: 'narrows-access',
    message: `User "${name}" of ${cluster} loses all rights, and the Secret with the credentials is deleted.`,
    remedy: 'See that no application logs in with it.',
  };
}

/** A user without the label is none for the operator, which takes rights from users that it does not find described. */
function clusterEffect(was: string, is: string, user: UserRecord): ChangeEffect {
  const field = changed('metadata.labels["strimzi.io/cluster"]', was || undefined, is || undefined);
  if (was === '') return { ...field, ...loginEffect(user) };
  if (is === '') return { ...field, ...lossEffect(user, was) };
  return {
    class: 'manual-step',
    ...field,
    message: `The user is one of ${is} from then on, with new credentials; those of ${was} are worth nothing.`,
    remedy: 'Have its applications read the Secret anew.',
  };
}

function withRights({ acls }: UserRecord): string {
  return acls === undefined || acls.length === 0 ? ', without rights of its own' : '';
}

/**
 * What the user gains and loses, each resource by itself. A right that another rule covers is not gained or lost with its
 * own, and what is denied on both sides is neither.
 */
function accessEffects(was: UserRecord, is: UserRecord, scene: Scene): ChangeEffect[] {
  const [before, after] = [was.acls ?? [], is.acls ?? []];
  return [
    ...told('gain', beyond(after, before), is, scene.after),
    ...told('lose', beyond(before, after), was, scene.before),
  ];
}

/** Rights that rules on either side name, and that the ones allow and the others do not. */
function beyond(ones: readonly Acl[], others: readonly Acl[]): readonly Right[] {
  const [here, there] = [new Bounds(ones), new Bounds(others)];
  return [...rightsOf(ones, 'allow'), ...rightsOf(others, 'deny')].filter(
    (right) => allows(here, right) && !allows(there, right),
  );
}

/** `All` is no more than each operation that Kafka asks for on such a resource. */
function allows(bounds: Bounds, right: Right): boolean {
  if (bounds.mostlyAllow(right)) return true;
  const parts = right.operation === 'All' ? OPERATIONS_OF[right.resource.type] : [];
  return parts.length > 0 && parts.every((operation) => bounds.mostlyAllow({ ...right, operation }));
}

function told(does: AccessChange['does'], rights: readonly Right[], user: UserRecord, side: Side): ChangeEffect[] {
  const groups = new Map<string, Right[]>();
  for (const right of rights) {
    const key = `${resourceText(right.resource)} ${right.host}`;
    const known = groups.get(key);
    if (known) known.push(right);
    else groups.set(key, [right]);
  }
  const open = openness(user, side);
  return [...groups.values()].map((group) => accessEffect(does, group, user, open));
}

/** Why rules of a user decide nothing; absent: they do, or nobody knows. */
function openness(user: UserRecord, side: Side): string | undefined {
  const cluster = side.cluster(user.namespace, user.cluster);
  if (!cluster) return undefined;
  if (cluster.authorization === undefined) return `${cluster.name} asks nobody for rights`;
  const isSuper = cluster.authorization.superUsers?.includes(principalOf(user)) ?? false;
  return isSuper ? `it is a super user of ${cluster.name}` : undefined;
}

const CLASS: Readonly<Record<AccessChange['does'], ChangeClass>> = { gain: 'widens-access', lose: 'narrows-access' };

function accessEffect(
  does: AccessChange['does'],
  group: readonly Right[],
  { name }: UserRecord,
  open: string | undefined,
): ChangeEffect {
  const [{ resource, host }] = group as readonly [Right];
  const operations = [...new Set(group.map(({ operation }) => operation))];
  const from = host === '*' ? '' : ` from ${host}`;
  const verb = does === 'gain' ? 'gains' : 'loses';
  return {
    class: open === undefined ? CLASS[does] : 'no-effect',
    field: ACLS,
    message: `User "${name}" ${verb} ${operations.join(', ')} on ${resourceText(resource)}${from}${open === undefined ? '' : `; ${open}`}.`,
    access: { user: name, does, operations, resource, host },
  };
}

function resourceText(resource: AclResource): string {
  if (resource.type === 'cluster') return 'the cluster';
  const { type, name, patternType } = resource;
  if (name === '*' && patternType !== 'prefix') return `every ${NOUNS[type]}`;
  return patternType === 'prefix' ? `${NOUNS[type]}s that begin with "${name}"` : `${NOUNS[type]} "${name}"`;
}

const NOUNS = { topic: 'topic', group: 'group', transactionalId: 'transactional id' } as const;
