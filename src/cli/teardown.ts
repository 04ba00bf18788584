import { counted } from '../check/formats/text';
import { resourceOf, type ObjectId } from '../reports/object-id';
import { teardown as planTeardown, type MadeObjects, type TeardownStep } from '../reports/teardown';
import type { Arguments } from './arguments';
import { Kubectl } from './cluster/kubectl';
import { timeOf } from './cluster/time';
import { gather } from './gather';
import { EXIT, UsageError, type ExitCode, type Io } from './io';

/** Prints the ordered clean-up of what manifests describe, or does it. */
export async function teardown(args: Arguments, io: Io): Promise<ExitCode> {
  if (args.positionals.length === 0) throw new UsageError('name the files or folders that describe what is to go');
  if (args.has('delete-data') && !args.has('yes')) throw new UsageError('--delete-data goes with --yes');
  const { objects, unreadable, malformed } = await gather(args.positionals, io, () => false);
  const [fault] = [...unreadable, ...malformed];
  if (fault) throw new UsageError(`${fault.file}: ${fault.message} Nothing was deleted`);
  const { steps, kept } = planTeardown(
    objects.map(({ manifest }) => manifest),
    { claims: args.has('claims') },
  );
  const kubectl = new Kubectl(args, io);
  const timeout = args.text('timeout') ?? DEFAULT_TIMEOUT;
  timeOf('timeout', timeout);
  const told = steps.map((step, index) => ({ ...step, title: `${index + 1}. ${step.title}` }));
  const code = args.has('yes')
    ? run(told, { kubectl, timeout, mayDeleteData: args.has('delete-data'), io })
    : print(told, { kubectl, timeout, io });
  for (const id of kept) io.stderr.write(`kept ${nameOf(id)}: deleting it deletes all objects of the kind\n`);
  return code;
}

const DEFAULT_TIMEOUT = '10m';
/** So many names fit in one call on any system. */
const NAMES_A_CALL = 100;

interface Way {
  readonly kubectl: Kubectl;
  readonly timeout: string;
  readonly io: Io;
}

function print(steps: readonly TeardownStep[], { kubectl, timeout, io }: Way): ExitCode {
  for (const step of steps) {
    const data = step.data === undefined ? '' : ` This deletes ${step.data}.`;
    io.stdout.write(`# ${step.title}.${data}\n`);
    for (const call of callsOf(step, timeout)) io.stdout.write(`${kubectl.text(call)}\n`);
    io.stdout.write('\n');
  }
  io.stderr.write(
    'Nothing was deleted; --yes deletes. If Argo CD or Flux applies these files, take their Application away first.\n',
  );
  return EXIT.fine;
}

function run(
  steps: readonly TeardownStep[],
  { kubectl, timeout, mayDeleteData, io }: Way & { mayDeleteData: boolean },
): ExitCode {
  for (const step of steps) {
    const { title, data, objects } = step;
    if (data !== undefined && !mayDeleteData) {
      io.stderr.write(
        `Stopped before "${title}": it deletes ${data}. Say --delete-data as well, and the rest goes too.\n`,
      );
      return EXIT.findings;
    }
    io.stderr.write(`${title}${objects.length === 0 ? '' : ` (${counted(objects.length, 'object')})`}\n`);
    for (const call of callsOf(step, timeout)) {
      const { ok, stdout, stderr } = kubectl.call(call);
      io.stdout.write(stdout);
      if (ok || isNothingThere(stderr)) continue;
      io.stderr.write(
        `${stderr}Stopped at "${title}". What comes later is still there; run it again when this is mended.\n`,
      );
      return EXIT.findings;
    }
  }
  return EXIT.fine;
}

/** What is not there need not go: neither its objects, nor its kind. */
function isNothingThere(stderr: string): boolean {
  return /no matching resources found|the server doesn't have a resource type/.test(stderr);
}

/** The calls of a step: one for each kind and namespace, or more where there are many names. */
function callsOf({ objects, made }: TeardownStep, timeout: string): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const { namespace = '', ...id } of objects) {
    const names = groups.get(namespace) ?? [];
    names.push(`${resourceOf(id)}/${id.name}`);
    groups.set(namespace, names);
  }
  const deletions = [...groups].flatMap(([namespace, names]) =>
    chunks(names).map((some) => [...deletion(timeout), ...within(namespace), ...some]),
  );
  return [...deletions, ...made.map((each) => callFor(each, timeout))];
}

function callFor({ resource, selector, namespace, wait }: MadeObjects, timeout: string): readonly string[] {
  const which = [...within(namespace), resource, '--selector', selector];
  return wait ? ['wait', '--for=delete', `--timeout=${timeout}`, ...which] : [...deletion(timeout), ...which];
}

function deletion(timeout: string): readonly string[] {
  return ['delete', '--ignore-not-found', `--timeout=${timeout}`];
}

function within(namespace = ''): readonly string[] {
  return namespace === '' ? [] : ['--namespace', namespace];
}

function chunks(names: readonly string[]): readonly (readonly string[])[] {
  const count = Math.ceil(names.length / NAMES_A_CALL);
  return Array.from({ length: count }, (_, at) => names.slice(at * NAMES_A_CALL, (at + 1) * NAMES_A_CALL));
}

function nameOf({ kind, name }: ObjectId): string {
  return `${kind} ${name}`;
}
