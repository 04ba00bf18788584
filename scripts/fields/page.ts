import { strimziKinds } from './schema-fields';
import { sectionOf } from './table';
import { triedCalls, Trials } from './trials';

const HEAD = `<!-- Made by \`npm run fields\` from the schemas and the code. -->

# Fields and props

Each field of Strimzi's objects, in all versions of their API together, with the releases that have it and the prop that says
it. Props are named by what takes them: \`KafkaTopic\`: \`partitions\` is a property of the construct, \`Storage.persistentClaim\`:
\`size\` one of the factory, and \`Listener.*\`: \`brokers.labels\` one of most factories of the class. \`[]\` stands for the items of a
list, \`*\` for the names of a map, and \`…\` for all that a field holds.

- **follows from**: no prop says the field by itself. It is another one when one of these is, which are named with the most
  special one first.
- **the library**: it is written, and nothing that was tried changes it.
- **\`overrides\`**: [\`overrides\`](overrides.md) of the construct says it, in these words. So it says all others.

It is found by trial, one prop at a time beside as little as a construct takes. What two props say together alone is not seen.`;

/** The page of all fields. */
export function fieldsPage(): string {
  const kinds = strimziKinds();
  const trials = new Trials(kinds);
  for (const call of triedCalls()) trials.run(call);
  return `${[HEAD, ...[...kinds.values()].map((fields) => sectionOf(fields, trials))].join('\n\n')}\n`;
}
