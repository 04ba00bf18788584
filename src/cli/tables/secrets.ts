import type { PlannedSecret, SecretPlace, SecretPlan } from '../../reports/secret-plan';
import type { Tables } from './inventory';

/** The Secrets that have to travel, as tables: one for each place that they have to be at. */
export function secretTables({ secrets }: SecretPlan): readonly Tables[] {
  const places = [...new Set(secrets.map(placeText))];
  return places.map((place) => {
    const rows = secrets.filter((secret) => placeText(secret) === place).map(row);
    const table = { title: 'Secrets from elsewhere', count: rows.length, columns: COLUMNS, rows };
    return { place, tables: [table] };
  });
}

const COLUMNS = ['name', 'keys', 'of', 'made at', 'by', 'needed by', 'renewed'];

function row({ secret, keys, of, from, by = 'hand', neededBy }: PlannedSecret): readonly string[] {
  const isFollowed = neededBy.every(({ followsRenewal }) => followsRenewal);
  return [
    secret,
    keys.join(', '),
    of,
    from ? `${from.secret} in ${placeText(from)}` : '',
    by,
    neededBy.map(({ kind, name }) => `${kind} ${name}`).join(', '),
    isFollowed ? 'taken up' : 'after a restart',
  ];
}

/** What people call a place. */
export function placeText({ kubernetesCluster, namespace }: Omit<SecretPlace, 'secret'>): string {
  const words = [namespace === '' ? '' : `namespace ${namespace}`, kubernetesCluster];
  return words.filter((word) => word !== '').join(' of ');
}
