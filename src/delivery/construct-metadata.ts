import type { ApiObject } from 'cdk8s';

/** Name that the plugins of `cdk8s synth` look for. */
export const METADATA_FILE = 'construct-metadata.json';

/**
 * The file in which cdk8s records where in the tree each object comes from, by the object's name. Where several objects
 * have one name, each is recorded as `Kind/name` besides, with its namespace if that is needed to tell them apart.
 */
export function constructMetadata(objects: readonly ApiObject[]): string {
  const byName = new Map<string, ApiObject[]>();
  for (const object of objects) {
    const sharing = byName.get(object.name);
    if (sharing) sharing.push(object);
    else byName.set(object.name, [object]);
  }
  const entries = [...byName].flatMap(([name, sharing]) => [
    ...sharing.slice(-1).map((object) => [name, { path: object.node.path }] as const),
    ...(sharing.length > 1 ? qualified(sharing) : []),
  ]);
  return JSON.stringify({ version: '1.0.0', resources: Object.fromEntries(entries) });
}

function qualified(objects: readonly ApiObject[]): (readonly [string, { readonly path: string }])[] {
  const kinds = objects.map(({ kind }) => kind);
  return objects.map((object) => {
    const isOnly = kinds.indexOf(object.kind) === kinds.lastIndexOf(object.kind);
    const place = isOnly ? '' : `${object.metadata.namespace ?? ''}/`;
    return [`${object.kind}/${place}${object.name}`, { path: object.node.path }];
  });
}
