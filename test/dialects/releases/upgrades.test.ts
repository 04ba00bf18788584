import { StrimziRelease } from '../../../src/dialects/releases';
import { upgradeFacts, type UpgradeFacts } from '../../../src/dialects/releases/upgrades';

type Fact = keyof UpgradeFacts;

/** The minors from which a fact is another one than before, with what it is. */
function turns(fact: Fact): string[] {
  const told = StrimziRelease.ALL.map((release): readonly [string, string] => [
    release.facts.version.split('.').slice(0, 2).join('.'),
    JSON.stringify(upgradeFacts(release)[fact]),
  ]);
  return told.filter(([, is], at) => is !== told[at - 1]?.[1]).map(([minor, is]) => `${minor}: ${is}`);
}

it.each<readonly [Fact, readonly string[]]>([
  [
    'metadataModes',
    ['0.18: ["zookeeper"]', '0.40: ["zookeeper","kraft"]', '0.42: ["kraft","zookeeper"]', '0.46: ["kraft"]'],
  ],
  [
    'mirrorEngines',
    ['0.18: ["mirrorMaker","mirrorMaker2"]', '0.26: ["mirrorMaker2","mirrorMaker"]', '0.46: ["mirrorMaker2"]'],
  ],
  ['tracing', ['0.18: ["jaeger"]', '0.33: ["jaeger","opentelemetry"]', '0.37: ["opentelemetry"]']],
  ['kraftMigration', ['0.18: false', '0.40: true', '0.46: false']],
  ['connectorOffsets', ['0.18: false', '0.44: true']],
  ['singleOperations', ['0.18: true', '0.49: false']],
  ['asksMessageFormat', ['0.18: true', '0.22: false']],
  ['controlPlane', ['0.18: "never"', '0.23: "onRequest"', '0.27: "unlessRefused"', '0.32: "always"']],
  ['storesTopics', ['0.18: true', '0.39: false']],
])('what upgrades heed of %s changes at %j', (fact, expected) => {
  expect(turns(fact)).toEqual(expected);
});
