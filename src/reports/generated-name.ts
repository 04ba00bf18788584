import type { InventoryItem } from './inventory-types';

/** What Kubernetes makes words of: neither vowels nor what looks like them. */
const LETTER = '[bcdfghjklmnpqrstvwxz2456789]';
/** Names of pods end with such a word. */
const WORD = `${LETTER}{5}`;
/** Of the template of a Deployment's pods. */
const HASH = `${LETTER}{1,10}`;

/** So long is a name that was cut for the word behind it; the hash may be cut, too. */
const LONGEST = 63;
const LONGEST_BASE = LONGEST - 5;

/**
 * Whether an object can be one of those that an item with a `*` in its name stands for.
 * @see k8s.io/apimachinery/pkg/util/rand and k8s.io/apiserver/pkg/storage/names of Kubernetes 1.36
 */
export function isGeneratedOf(item: Pick<InventoryItem, 'kind' | 'name' | 'perNode' | 'of'>, name: string): boolean {
  const base = item.name.slice(0, item.name.indexOf('*')).slice(0, LONGEST_BASE);
  const ending = name.slice(base.length);
  const isCut = name.length === LONGEST && CUT.test(ending);
  return name.startsWith(base) && (isCut || endingOf(item).test(ending));
}

const CUT = new RegExp(`^(${HASH}-?)?${WORD}$`);
const POD_OF_DEPLOYMENT = new RegExp(`^${HASH}-${WORD}$`);
const POD_OF_DAEMON_SET = new RegExp(`^${WORD}$`);
const NODE = /^\d+$/;
/** Of the configuration in it. */
const CONFIG_MAP = /^[0-9a-f]+$/;

function endingOf({ kind, perNode, of }: Pick<InventoryItem, 'kind' | 'perNode' | 'of'>): RegExp {
  if (kind === 'ConfigMap') return CONFIG_MAP;
  if (perNode) return POD_OF_DAEMON_SET;
  return of.kind === 'KafkaNodePool' ? NODE : POD_OF_DEPLOYMENT;
}
