import type { Manifest } from '../../dialects/common/codec';
import { isMap } from '../../model/guarded';
import { draft, type Preparation } from '../stage';
import { edited, kubectl, nameOf, valueIn, type Item, type Tree } from '../tree';
import { toldBy } from './api';

const SOURCE = 'https://www.jaegertracing.io/docs/2.0/migration/';

/** Jaeger v2 in the place of v1, once nothing else changes any more: operators of any release send to either. */
export const jaeger: Preparation = {
  refusals: () => [],
  next: (tree, { from, to }) => {
    const ones = from === to && to.facts.tracingDialects[0] !== 'jaeger-v1' ? tree.filter(isJaeger) : [];
    if (ones.length === 0) return [];
    const gone = edited(tree, (item) => (ones.includes(item) ? [] : item.manifest));
    const told = toldBy(tree, to, (item) => ones.includes(item));
    const left = clientsIn(tree);
    return [
      draft({
        id: 'jaeger-goes',
        title: 'Jaeger v1 goes',
        why: 'Both versions make a Service of the same name, so that programs need no other address; they cannot be there together. Spans that are sent meanwhile are dropped, and programs go on.',
        tree: gone,
        before: [
          {
            text: 'Traces in memory or in files of the pod are lost; those in Elasticsearch, OpenSearch or Cassandra stay.',
          },
          ...(left.length === 0
            ? []
            : [
                {
                  text: `Jaeger v2 has no agent: give OpenTelemetry first to ${left.map(({ manifest }) => nameOf(manifest)).join(', ')}.`,
                },
              ]),
        ],
        after: ones.map(({ manifest }) => ({
          text: `Delete ${nameOf(manifest)}, where what applies the files does not.`,
          command: kubectl('delete', manifest, '--ignore-not-found'),
        })),
        checks: ones.map(({ manifest }) => ({
          text: `The Service ${collectorOf(manifest).metadata.name} is gone.`,
          command: kubectl('get', collectorOf(manifest), '--ignore-not-found'),
        })),
        source: SOURCE,
      }),
      draft({
        id: 'jaeger-2-comes',
        title: 'Jaeger v2 comes',
        why: 'It runs under the operator of OpenTelemetry, and takes OTLP where v1 took it.',
        tree: told.tree,
        before: [{ text: "OpenTelemetry's operator is installed." }],
        checks: [
          { text: 'New traces arrive: verify with --traces asks for them.' },
          { text: 'Its user interface is reachable again; the operator opens none to the outside.' },
        ],
        losses: told.losses,
        source: SOURCE,
      }),
    ];
  },
};

function isJaeger({ manifest }: Item): boolean {
  return manifest.apiVersion === 'jaegertracing.io/v1' && manifest.kind === 'Jaeger';
}

/** The Service of a Jaeger that takes spans. */
function collectorOf({ metadata }: Manifest): Pick<Manifest, 'kind' | 'metadata'> {
  return { kind: 'Service', metadata: { ...metadata, name: `${metadata.name}-collector` } };
}

/** Programs of teams that still trace themselves with the Jaeger client. */
function clientsIn(tree: Tree): readonly Item[] {
  return tree.filter(({ manifest }) => {
    const containers = valueIn(manifest, 'spec', 'template', 'spec', 'containers');
    return Array.isArray(containers) && containers.some(hasJaegerVariables);
  });
}

function hasJaegerVariables(container: unknown): boolean {
  const env = isMap(container) ? container['env'] : undefined;
  return Array.isArray(env) && env.some((each) => isMap(each) && String(each['name']).startsWith('JAEGER_'));
}
