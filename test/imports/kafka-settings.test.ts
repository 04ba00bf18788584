import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { kafkaOptions, minorOf, type Option, type Options } from '../../scripts/import/kafka-options';
import { compareMinors } from '../../src/model/minors';
import { settingFault, type SettingsOwner } from '../../src/rules/known-settings';
import { CRDS, orSkipped } from './crds';

const inTest = existsSync(join(CRDS, '../facts/kafka-configs')) ? test : test.skip;

const OWNERS = {
  topic: 'topic',
  broker: 'broker',
  admin: 'admin',
  producer: 'producer',
  consumer: 'consumer',
  streams: 'streams',
  connect: 'connect',
  connectorSource: 'connector',
  connectorSink: 'connector',
  mirrorSource: 'mirrorSource',
  mirrorCheckpoint: 'mirrorCheckpoint',
  mirrorHeartbeat: 'mirrorHeartbeat',
} as const satisfies Record<keyof Options, SettingsOwner>;

const VERSIONS = [
  ...['2.4', '2.5', '2.6', '2.7', '2.8', '3.0', '3.1', '3.2', '3.3', '3.4', '3.5', '3.6', '3.7', '3.8', '3.9'],
  ...['4.0', '4.1', '4.2', '4.3'],
];

/** An option as it is at a version. */
interface Case {
  readonly owner: SettingsOwner;
  readonly name: string;
  readonly version: string;
  readonly option: Pick<Option, 'default' | 'min' | 'max'>;
}

inTest(
  `what is known of settings takes every default of every version, and nothing beyond the bounds${orSkipped}`,
  async () => {
    const cases = casesOf(await kafkaOptions(CRDS));
    const refused = cases.filter(({ owner, name, version, option: { default: usual } }) => {
      if (usual === undefined || usual === null || usual === 'required') return false;
      return settingFault(owner, name, usual, [version]) !== undefined;
    });
    expect(refused).toEqual([]);
    const bounded = cases.flatMap((each) => [
      ...(Number.isInteger(each.option.min) ? [{ ...each, given: Number(each.option.min) - 1 }] : []),
      ...(Number.isInteger(each.option.max) ? [{ ...each, given: Number(each.option.max) + 1 }] : []),
    ]);
    const taken = bounded.filter(
      ({ owner, name, version, given }) => settingFault(owner, name, given, [version])?.is !== 'value',
    );
    expect(taken).toEqual([]);
    expect(cases.length).toBeGreaterThan(10_000);
    expect(bounded.length).toBeGreaterThan(4_000);
  },
  120_000,
);

function casesOf(options: Options): Case[] {
  return (Object.keys(OWNERS) as (keyof Options)[]).flatMap((whose) =>
    Object.entries(options[whose]).flatMap(([name, { since = '0.0', until = '9.9', changes = [], ...first }]) =>
      VERSIONS.filter(
        (version) => compareMinors(since, version) <= 0 && compareMinors(version, minorOf(until)) <= 0,
      ).map((version): Case => {
        const current = changes.filter(({ from }) => compareMinors(from, version) <= 0);
        const option = Object.assign({}, first, ...current) as Case['option'];
        return { owner: OWNERS[whose], name, version, option };
      }),
    ),
  );
}
