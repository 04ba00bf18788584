import type { Option } from './arguments';
import type { ExitCode } from './io';
import type { Run } from './load';

/** A command of the command line. */
export interface Command {
  readonly name: string;
  /** What it does, in a few words. */
  readonly summary: string;
  /** What follows its name. */
  readonly usage: readonly string[];
  /** What it does, in full. */
  readonly about: string;
  readonly options: readonly Option[];
  readonly examples: readonly (readonly [command: string, what: string])[];
  /** What its exit codes mean. */
  readonly exit: Readonly<Partial<Record<ExitCode, string>>>;
  /** Loads what runs it. */
  readonly load: () => Run;
}

/** What every command takes. */
export const HELP: Option = { name: 'help', short: 'h', about: 'Prints this.' };

/** Why a command ends with 2. */
export const UNUSABLE = 'the call is not understood, or a file cannot be read';

/** Options that describe a site, or say where sites are described. */
export const SITES: readonly Option[] = [
  { name: 'release', value: 'RELEASE', about: "The operators' release, such as 0.45.2, 1.2 or streams-2.9." },
  {
    name: 'platform',
    value: 'PLATFORM',
    choices: ['kubernetes', 'openshift'],
    about: 'What runs there: kubernetes (if it is not said) or openshift.',
  },
  { name: 'namespace', short: 'n', value: 'NAMESPACE', about: 'Where objects are that name no namespace.' },
  {
    name: 'config',
    value: 'FILE',
    about: 'A file that describes sites, in place of the nearest cdk8s-strimzi.yaml.',
  },
];
