import { visible } from '../check/formats/text';
import type { PlannedSecret, SecretPlace, SecretReader, SecretStep } from '../reports/secret-plan';
import { shellWord } from '../text/shell-word';
import { placeText } from './tables/secrets';

type At = Omit<SecretPlace, 'secret'>;

/** What people have to do, as a script for a shell with kubectl and jq. What no command does is a comment. */
export function secretScript(steps: readonly SecretStep[]): string {
  return steps
    .map((step, index) => {
      const { title, commands } = told(step);
      return [`# ${index + 1}. ${visible(title)}`, ...commands].map((line) => `${line}\n`).join('');
    })
    .join('\n');
}

interface Told {
  readonly title: string;
  readonly commands: readonly string[];
}

function told(step: SecretStep): Told {
  switch (step.do) {
    case 'store':
      return {
        title: `${step.kind} ${step.name} has to be there: ${placeText(step.at)}.`,
        commands: [],
      };
    case 'push':
      return { title: `${pushText(step.secret)}, for ${names(step.secret)}.`, commands: [] };
    case 'copy':
      return copyOf(step.secret);
    case 'ask':
      return {
        title: `Get ${step.secret.keys.join(', ')} from ${step.secret.of}, into Secret ${step.secret.secret} in ${placeText(step.secret)}.`,
        commands: [],
      };
    case 'restart':
      return {
        title: `Only after a renewal: ${step.reader.kind} ${step.reader.name} reads its Secrets when it starts.`,
        // Whoever runs the script does so before there is anything to restart for.
        commands: restart(step.reader, step.at).map((command) => `# ${command}`),
      };
  }
}

function pushText({ keys, of, from }: PlannedSecret): string {
  const what = keys.join(', ');
  return from
    ? `Have a PushSecret put ${what} of ${from.secret} in ${placeText(from)} into the store`
    : `Have ${what} of ${of} put into the store`;
}

function names({ secret, ...at }: PlannedSecret): string {
  return `ExternalSecret of ${secret} in ${placeText(at)}`;
}

/** The operator first has to make it; what is copied is the keys alone, so that no owner and no label goes along. */
function copyOf({ from, secret, keys, ...to }: PlannedSecret): Told {
  if (!from) return { title: '', commands: [] };
  const made = `${from.kind.toLowerCase()}.kafka.strimzi.io/${from.name}`;
  const metadata = { name: secret, ...(to.namespace !== '' && { namespace: to.namespace }) };
  const filter = `{apiVersion, kind, type, metadata: ${JSON.stringify(metadata)}, data: (.data | ${chosen(keys)})}`;
  return {
    title: `Copy ${from.secret} of ${from.kind} ${from.name}, ${placeText(from)}, to ${secret}, ${placeText(to)}; again after each renewal.`,
    commands: [
      kubectl(from, 'wait', made, '--for=condition=Ready', '--timeout=15m'),
      [
        kubectl(from, 'get', 'secret', from.secret, '--output=json'),
        ['jq', filter].map(shellWord).join(' '),
        kubectl({ ...to, namespace: '' }, 'apply', '--server-side', '--field-manager=cdk8s-strimzi', '--filename=-'),
      ].join(' |\n  '),
    ],
  };
}

/** Picks keys, with jq. Whoever misses one hears of it, and copies nothing. */
function chosen(keys: readonly string[]): string {
  if (keys.some(isPattern)) {
    const expression = `^(${keys.map(expressionOf).join('|')})$`;
    return `with_entries(select(.key | test(${JSON.stringify(expression)})))`;
  }
  return `{${keys.map((key) => JSON.stringify(key)).join(', ')}} | map_values(. // error("a key is missing"))`;
}

function isPattern(key: string): boolean {
  return /[*?]/.test(key);
}

function expressionOf(pattern: string): string {
  return pattern
    .replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
}

/** How a reader is started anew; empty: its kind is not restarted, but run again. */
function restart({ kind, name }: SecretReader, at: At): readonly string[] {
  if (ROLLED.has(kind)) return [kubectl(at, 'rollout', 'restart', `${kind.toLowerCase()}/${name}`)];
  if (!kind.startsWith('Kafka')) return [];
  return [kubectl(at, 'delete', 'pod', `--selector=strimzi.io/cluster=${name},strimzi.io/kind=${kind}`)];
}

/** What kubectl can restart pod by pod. */
const ROLLED: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet']);

function kubectl({ kubernetesCluster, namespace }: At, ...call: readonly string[]): string {
  const context = kubernetesCluster === '' ? [] : [`--context=${kubernetesCluster}`];
  const within = namespace === '' ? [] : [`--namespace=${namespace}`];
  return ['kubectl', ...context, ...within, ...call].map(shellWord).join(' ');
}
