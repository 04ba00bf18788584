import type { Inventory, InventoryItem, InventoryPlace } from '../../reports/inventory-types';

/** A table of an inventory. */
export interface Table {
  readonly title: string;
  /** How many things it lists. */
  readonly count: number;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The tables of one namespace of one site. */
export interface Tables {
  /** Empty: neither has a name. */
  readonly place: string;
  readonly tables: readonly Table[];
}

/** How a kind is told. */
interface Form<T> {
  readonly title: string;
  readonly columns: Readonly<Record<string, (each: T) => string | undefined>>;
}

const itemForm = (title: string, columns: Form<InventoryItem>['columns'] = {}): Form<InventoryItem> => ({
  title,
  columns: { name: ({ name }) => name, ...columns, of: ({ of }) => `${of.kind} ${of.name}` },
});

const HOST: Form<InventoryItem>['columns'] = { host: ({ host }) => host };

/** Kinds in the order in which they are told. */
const ITEMS: Readonly<Record<InventoryItem['kind'], Form<InventoryItem>>> = {
  Pod: itemForm('Pods', {
    count: ({ perNode, count }) => (perNode ? 'one a node' : String(count ?? 1)),
  }),
  PersistentVolumeClaim: itemForm('Claims', {
    capacity: ({ size }) => size,
    'storage class': ({ storageClass }) => storageClass,
  }),
  Service: itemForm('Services'),
  Route: itemForm('Routes', HOST),
  Ingress: itemForm('Ingresses', HOST),
  Secret: itemForm('Secrets'),
  ConfigMap: itemForm('ConfigMaps'),
};

const TOPICS: Form<Inventory['topics'][number]> = {
  title: 'Topics',
  columns: {
    name: ({ name }) => name,
    topic: ({ topic }) => topic,
    cluster: ({ cluster }) => cluster,
    partitions: ({ partitions }) => partitions?.toString(),
    'replication factor': ({ replicas }) => replicas?.toString(),
  },
};

const USERS: Form<Inventory['users'][number]> = {
  title: 'Users',
  columns: {
    name: ({ name }) => name,
    cluster: ({ cluster }) => cluster,
    authentication: ({ authentication }) => authentication,
    authorization: ({ authorization }) => authorization,
  },
};

/** An inventory as tables, namespace by namespace. */
export function tablesOf({ items, topics, users }: Inventory): readonly Tables[] {
  const places = [...new Set([...items, ...topics, ...users].map(placeText))];
  const [byPlace, topicsByPlace, usersByPlace] = [grouped(items), grouped(topics), grouped(users)];
  return places.map((place) => {
    const here = byPlace.get(place) ?? [];
    const made = Object.entries(ITEMS).flatMap(([kind, form]) =>
      tableOf(
        here.filter((item) => item.kind === kind),
        form,
      ),
    );
    return {
      place,
      tables: [
        ...made,
        ...tableOf(topicsByPlace.get(place) ?? [], TOPICS),
        ...tableOf(usersByPlace.get(place) ?? [], USERS),
      ],
    };
  });
}

function grouped<T extends InventoryPlace>(all: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const place = placeText(each);
    const known = groups.get(place);
    if (known) known.push(each);
    else groups.set(place, [each]);
  }
  return groups;
}

function placeText({ site, namespace }: InventoryPlace): string {
  return [
    ...(site === '' ? [] : [`site ${site}`]),
    ...(namespace === undefined ? [] : [`namespace ${namespace}`]),
  ].join(', ');
}

/** How many things a row stands for; those of which there is one on each node are not counted. */
function countOf(each: Partial<Pick<InventoryItem, 'count' | 'perNode'>>): number {
  return each.perNode ? 0 : (each.count ?? 1);
}

/** Columns that nothing stands in are left out. */
function tableOf<T extends object>(all: readonly T[], { title, columns }: Form<T>): readonly Table[] {
  if (all.length === 0) return [];
  const shown = Object.entries(columns).filter(
    ([name, cell]) => name === 'name' || all.some((each) => cell(each) !== undefined),
  );
  const rows = all.map((each) => shown.map(([, cell]) => cell(each) ?? ''));
  return [
    { title, count: all.reduce((sum, each) => sum + countOf(each), 0), columns: shown.map(([name]) => name), rows },
  ];
}
