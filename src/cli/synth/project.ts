import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Arguments } from '../arguments';
import { nearestNames } from '../../text/nearest';
import { contentOf } from '../../yaml/documents';
import { readText } from '../../yaml/text';
import { UsageError, type Io } from '../io';

/** The configuration of the cdk8s command line. */
export const PROJECT_FILE = 'cdk8s.yaml';

/** A program that is to be run. */
export interface Project {
  /** The command that runs it. */
  readonly app: string;
  /** The output folder, as it is told. */
  readonly output: string;
  /** What `cdk8s synth` would do besides. */
  readonly notes: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * What is to be run, by the arguments and what `cdk8s.yaml` of the folder says.
 * @throws UsageError where no program is named, or the file cannot be read
 */
export function readProject(args: Arguments, io: Io): Project {
  const config = readConfig(io);
  const { format } = fieldsOf(config.synthConfig);
  if (format !== undefined && format !== 'plain') {
    throw new UsageError(
      `${PROJECT_FILE} asks for the format ${JSON.stringify(format)}, which 'cdk8s synth' alone writes`,
    );
  }
  const app = args.text('app') ?? textOf(config, 'app');
  if (app === undefined) {
    throw new UsageError(
      `name the command that runs the program, as in --app 'npx tsx main.ts', or as app in ${PROJECT_FILE}`,
    );
  }
  return {
    app,
    output: args.text('output') ?? textOf(config, 'output') ?? 'dist',
    notes: notesOf(config),
  };
}

/** What cdk8s reads of its configuration. */
const FIELDS = [
  'language',
  'app',
  'output',
  'imports',
  'importDirectory',
  'pluginsDirectory',
  'validations',
  'synthConfig',
];

function notesOf(config: Fields): string[] {
  const slips = Object.keys(config).flatMap((field) => {
    const [nearest] = FIELDS.includes(field) ? [] : nearestNames(field, FIELDS);
    return nearest === undefined ? [] : [`nobody reads ${field} of ${PROJECT_FILE}; did you mean ${nearest}?`];
  });
  const hasValidations = config.validations !== undefined;
  return hasValidations ? [...slips, `validations of ${PROJECT_FILE} are not run: 'cdk8s synth' runs them`] : slips;
}

function readConfig({ cwd }: Io): Fields {
  if (!existsSync(join(cwd, PROJECT_FILE))) return {};
  const read = readText(PROJECT_FILE, cwd);
  if (!('text' in read)) throw new UsageError(`${PROJECT_FILE} cannot be read: ${read.unreadable}`);
  const { documents, problems } = contentOf(read.text);
  const [broken] = problems;
  if (broken) throw new UsageError(`${PROJECT_FILE}:${broken.line}:${broken.column}: ${broken.message}`);
  return fieldsOf(documents[0]?.value);
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function textOf(config: Fields, name: string): string | undefined {
  const value = config[name];
  if (value === undefined || (typeof value === 'string' && value !== '')) return value;
  throw new UsageError(`${name} of ${PROJECT_FILE} takes a text that is not empty, not ${JSON.stringify(value)}`);
}
