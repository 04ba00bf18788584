/** How `npm run test:mutation` changes the code. `scripts/test-mutation.ts` says which files, and which tests are asked. */
const tests = (process.env.MUTATION_TESTS ?? 'test/**/*.test.ts').split(',');

export default {
  testRunner: 'jest',
  plugins: ['@stryker-mutator/jest-runner'],
  coverageAnalysis: 'perTest',
  jest: {
    configFile: 'jest.config.js',
    config: { testMatch: tests.map((pattern) => `<rootDir>/${pattern}`) },
    enableFindRelatedTests: false,
  },
  reporters: ['clear-text'],
  clearTextReporter: { logTests: false },
  // Tables at the top of a file are changed too: they are what most tests are about.
  warnings: { slow: false },
  tempDirName: 'temp/stryker',
};
