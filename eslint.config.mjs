import js from '@eslint/js';
import importX, { createNodeResolver } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/**
 * Rooms of src/ in the order in which imports point: a room may import those named for it, and no other. The reason is
 * the message.
 */
const ROOMS = {
  text: { may: [], why: 'Words about words know nothing of the product.' },
  model: { may: [], why: 'The model is plain data: it imports nothing but itself.' },
  yaml: { may: ['model'], why: 'Whoever reads a text knows documents and places, and not what they say.' },
  schema: { may: ['text'], why: 'The schema validator knows schemas and objects, and no topology.' },
  props: {
    may: ['text', 'model'],
    why: 'What programs hand over is held to its type, whatever is made of it.',
  },
  dialects: { may: ['model'], why: 'A dialect spells the model, and knows nothing of who asks for it.' },
  wiring: {
    may: ['model', 'dialects'],
    why: 'Wiring makes records of records, and knows no construct and no verdict.',
  },
  rules: {
    may: ['text', 'model', 'dialects'],
    why: 'Rules judge the model, so that they can judge YAML that no construct wrote.',
  },
  check: {
    may: ['text', 'model', 'schema', 'props', 'dialects', 'wiring', 'rules'],
    why: 'The judge sees manifests and records, whoever made them.',
  },
  migration: {
    may: ['text', 'model', 'dialects', 'wiring', 'check'],
    why: 'A migration turns manifests into others and judges none: whoever asks for a stage checks it.',
  },
  reports: {
    may: ['model', 'dialects', 'wiring'],
    why: 'Reports are computed from the model, so that they can speak of any YAML.',
  },
  constructs: {
    may: ['text', 'model', 'yaml', 'schema', 'props', 'dialects', 'wiring', 'rules', 'check'],
    why: 'Constructs fill the model, and do not care where it is written.',
  },
  delivery: {
    may: [
      'text',
      'model',
      'yaml',
      'schema',
      'props',
      'dialects',
      'wiring',
      'rules',
      'check',
      'migration',
      'reports',
      'constructs',
    ],
    why: 'Delivery writes what constructs describe; programs use it, and the command line calls it.',
  },
  cli: {
    may: [
      'text',
      'model',
      'yaml',
      'schema',
      'dialects',
      'wiring',
      'rules',
      'check',
      'migration',
      'reports',
      'constructs',
      'delivery',
    ],
    why: 'The command line parses arguments and prints.',
  },
};

const zones = Object.entries(ROOMS).flatMap(([room, { may, why }]) => {
  const shut = Object.keys(ROOMS).filter((other) => other !== room && !may.includes(other));
  return [
    ...shut.map((other) => ({ target: `src/${room}`, from: `src/${other}`, message: why })),
    { target: `src/${room}`, from: 'src/index.ts', message: 'The entry is for users of the library; import the file.' },
  ];
});

const outside = ['scripts', 'test', 'bench', 'examples'].map((folder) => ({
  target: 'src',
  from: folder,
  message: 'The library stands without what is around it.',
}));

/** Imports that cost a run something, whatever path they take, are of types alone. */
const typesOnly = (...patterns) => ({
  '@typescript-eslint/no-restricted-imports': [
    'error',
    { patterns: patterns.map(([regex, message]) => ({ regex, message, allowTypeImports: true })) },
  ],
});
const GENERATED = [
  '/imports/',
  'Generated code is heavy: import its types alone, and load what a run uses when it does.',
];
const WIRE = ['/dialects/', 'A rule may know the wire types of a dialect, and does not run its code.'];
const API_FOLDER = [
  '/dialects/(strimzi|jaeger|opentelemetry|kubernetes|openshift|olm|clients)',
  'A run loads the dialects that its sites speak: ask dialects/load.ts for them.',
];

export default tseslint.config(
  { ignores: ['imports/', 'lib/', 'dist/', 'coverage/', 'temp/', '.tmp/', '.ci/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.js', '.json'] })],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
      'import-x/extensions': ['.ts'],
      'import-x/ignore': ['/imports/', '/node_modules/'],
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-self-import': 'error',
      'import-x/no-duplicates': 'error',
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones: [...zones, ...outside] }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowStaticOnly: true }],
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }], // characters of a text are code points
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'CallExpression[callee.property.name="localeCompare"]',
          message: 'The order must not depend on the machine: compare code units.',
        },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      ...typesOnly(GENERATED),
      complexity: ['error', 12],
      'max-depth': ['error', 3],
      'max-params': ['error', 4],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['src/rules/**/*.ts'], rules: typesOnly(GENERATED, WIRE) },
  // Generated: tables of all settings, and of all that programs hand over.
  {
    files: ['src/rules/kafka-settings/index.ts', 'src/rules/client-settings/client-tables.ts', 'src/props/shapes.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['src/{wiring,check,constructs,delivery,cli}/**/*.ts', 'src/index.ts'],
    rules: typesOnly(GENERATED, API_FOLDER),
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off', // a test that is wrong about that fails
      '@typescript-eslint/unbound-method': 'off', // expect() takes methods
      '@typescript-eslint/no-unsafe-assignment': 'off', // jest's matchers (expect.any) are typed any
    },
  },
  { files: ['scripts/**/*.ts', 'bench/**/*.ts', 'src/cli/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', module: 'writable', URL: 'readonly' } },
  },
);
