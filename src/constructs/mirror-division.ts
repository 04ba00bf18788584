import type { MirrorStrategy } from '../wiring/mirror';
import { dnsName, usualAliases } from '../wiring/mirror-names';
import type { MirrorProps } from './mirror-props';
import { askedSources, type AskedSource } from './mirror-sources';

/** A source, and what it is called where nobody gives it an alias. */
export interface NamedSource extends AskedSource {
  readonly usualAlias: string;
}

function named(props: MirrorProps): readonly NamedSource[] {
  const sources = askedSources(props);
  const aliases = usualAliases([...sources.map(({ cluster }) => cluster), props.target]);
  return sources.map((source, index) => ({ ...source, usualAlias: aliases[index] ?? source.cluster.clusterName }));
}

/** What a mirror copies from itself, and what others beside it do. */
interface Division {
  readonly all: readonly NamedSource[];
  readonly own: readonly NamedSource[];
  readonly others: readonly { readonly id: string; readonly props: MirrorProps }[];
  readonly named?: Pick<MirrorProps, 'resourceName'>;
}

/** An engine without several sources has a mirror for each, named for it. */
export function divided(id: string, props: MirrorProps, { hasSeveralSources }: MirrorStrategy): Division {
  const all = named(props);
  if (all.length < 2 || hasSeveralSources) return { all, own: all, others: [] };
  const nameOf = ({ usualAlias }: NamedSource) => ({
    resourceName: `${props.resourceName ?? id}-${dnsName(usualAlias)}`,
  });
  const {
    source: _,
    sourceUser: _user,
    sourceListener: _listener,
    sourceAlias: _alias,
    topics: _topics,
    ...shared
  } = props;
  const [first, ...others] = all.map((source) => ({ source, named: nameOf(source) }));
  return {
    all,
    own: all.slice(0, 1),
    others: others.map(({ source: { at: _at, usualAlias, ...source }, named: name }) => ({
      id: usualAlias,
      props: { ...shared, sources: [source], ...name },
    })),
    ...(first && { named: first.named }),
  };
}
