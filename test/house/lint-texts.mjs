/** Lints texts (JSON on standard input) as if they were files of the project; prints the messages of each as JSON. */
import { ESLint } from 'eslint';
import { json } from 'node:stream/consumers';
import tseslint from 'typescript-eslint';

// Rules that ask the type checker are left out: the texts need none, and it takes seconds to start.
const withoutTypes = [
  tseslint.configs.disableTypeChecked,
  { languageOptions: { parserOptions: { projectService: false } } },
];
const eslint = new ESLint({ overrideConfig: withoutTypes });
const answers = [];
for (const { file, text } of await json(process.stdin)) {
  const [{ messages }] = await eslint.lintText(text, { filePath: file });
  answers.push(messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));
}
console.log(JSON.stringify(answers));
