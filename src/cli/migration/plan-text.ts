import { counted, visible, type Paint } from '../../check/formats/text';
import type { Migration, MigrationStage } from '../../migration/migration';
import type { MigrationRefusal, MigrationStep } from '../../migration/stage';

const PLAIN: Paint = (_, text) => text;

/** A plan for a reader at a terminal. */
export function planText(plan: Migration, heading: string, paint: Paint = PLAIN): string {
  const { stages, refusals, obstacles } = plan;
  const parts = [
    `${paint('bold', heading)}: ${counted(stages.length, 'stage')}`,
    ...(refusals.length === 0 ? [] : [refusalsText('In one step it is refused:', refusals, paint)]),
    ...stages.map((stage, index) => stageText(stage, index + 1, paint)),
    ...(obstacles.length === 0 ? [] : [refusalsText('Here the way ends:', obstacles, paint)]),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Why operators refuse something, a reason a line. */
export function refusalsText(title: string, refusals: readonly MigrationRefusal[], paint: Paint = PLAIN): string {
  const objects = new Map<string, string[]>();
  for (const refusal of refusals) {
    const told = reasonText(refusal);
    const known = objects.get(told) ?? [];
    objects.set(told, [...known, ...(refusal.object === undefined ? [] : [refusal.object])]);
  }
  const lines = [...objects].map(([told, names]) =>
    visible(`  ${names.length === 0 ? '' : `${names.join(', ')}: `}${told}`),
  );
  return [paint('red', title), ...lines].join('\n');
}

/** One stage of a plan, with what has to be done and looked at. */
export function stageText(stage: MigrationStage, number: number, paint: Paint = PLAIN): string {
  const { id, title, release, why, before, after, checks, losses, source } = stage;
  const lines = [
    `   why     ${why}`,
    ...losses.map(
      ({ object, field, message }) => `   lost    ${object}: ${[field, message].filter(Boolean).join(': ')}`,
    ),
    ...before.flatMap((step) => stepLines('before', step)),
    ...after.flatMap((step) => stepLines('after', step)),
    ...checks.flatMap((step) => stepLines('check', step)),
    `   source  ${source}`,
  ];
  const head = `${paint('bold', visible(`${number}. ${title}`))} (${id}, ${release.name})`;
  return [head, ...lines.map(visible)].join('\n');
}

function reasonText({ message, stage }: MigrationRefusal): string {
  return `${message}${stage === undefined ? '' : ` First: ${stage}.`}`;
}

function stepLines(name: string, { text, command }: MigrationStep): readonly string[] {
  return [`   ${name.padEnd(8)}${text}`, ...(command === undefined ? [] : [`           $ ${command}`])];
}
