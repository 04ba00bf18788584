import type { Option } from './arguments';
import type { Command } from './command';
import { COMMANDS } from './commands';

/** The name of the command line. */
export const PROGRAM = 'cdk8s-strimzi';

/** What the command line can do. */
export function overview(): string {
  return `Kafka topologies on Kubernetes: what is wrong with manifests for Strimzi, Jaeger and OpenTelemetry operators.

Usage: ${PROGRAM} COMMAND

${rows(COMMANDS.map(({ name, summary }) => [name, summary]))}

Options:
${rows([
  ['-h, --help', 'Prints this; after a command, what there is to know of it.'],
  ['-v, --version', 'Prints the version.'],
])}

Examples:
${exampleText(COMMANDS.flatMap(({ examples }) => examples.slice(0, 1)))}
`;
}

/** What there is to know of a command. */
export function helpOf({ name, usage, about, options, examples, exit }: Command): string {
  return `Usage:
${usage.map((line) => `  ${PROGRAM} ${name} ${line}`).join('\n')}

${about}

Options:
${rows(options.map((option) => [optionText(option), option.about]))}

Examples:
${exampleText(examples)}

Exit codes:
${rows(Object.entries(exit))}
`;
}

function optionText({ name, short, value }: Option): string {
  return `${short === undefined ? '    ' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;
}

function exampleText(examples: Command['examples']): string {
  return examples.map(([command, what]) => `  # ${what}\n  ${command}`).join('\n');
}

/** Two columns. */
function rows(pairs: readonly (readonly [string, string])[]): string {
  const width = Math.max(...pairs.map(([left]) => left.length));
  return pairs.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}
