import { StrimziRelease } from '../../src/dialects/releases';
import { tellOfYaml } from './harness';

const PACKAGE = 'com.linkedin.kafka.cruisecontrol.analyzer.goals.';
const list = (...names: readonly string[]) => `"${names.map((name) => PACKAGE + name).join(', ')}"`;
const HARD = ['RackAwareGoal', 'ReplicaCapacityGoal', 'DiskCapacityGoal', 'CpuCapacityGoal'];
const told = (config: string) =>
  tellOfYaml(
    'cruise-control-goals',
    `{apiVersion: kafka.strimzi.io/v1, kind: Kafka, metadata: {name: k}, spec: {kafka: {}, cruiseControl: {config: {${config}}}}}`,
  );
const at = (setting: string) => `spec.cruiseControl.config["${setting}"]`;

describe('cruise-control-goals', () => {
  it.each([
    'anomaly.detection.interval.ms: 1000',
    `hard.goals: ${list('RackAwareGoal')}`,
    `default.goals: ${list(...HARD, 'ReplicaDistributionGoal')}`,
    `default.goals: ${list('RackAwareGoal')}, hard.goals: ${list('RackAwareGoal')}`,
    `default.goals: ${list(...HARD)}, anomaly.detection.goals: ${list('CpuCapacityGoal')}`,
    'goals: "com.example.Mine", default.goals: "com.example.Mine", hard.goals: "com.example.Mine"',
  ])('takes %s', (config) => {
    expect(told(config)).toEqual([]);
  });

  it.each([
    ['hard.goals: RackAwareGoal', 'hard.goals', 'no class RackAwareGoal'],
    [`hard.goals: ${list('RakAwareGoal')}`, 'hard.goals', `no class ${PACKAGE}RakAwareGoal`],
    [
      `default.goals: ${list('RackAwareGoal')}, hard.goals: ${list('CpuCapacityGoal')}`,
      'hard.goals',
      'CpuCapacityGoal',
    ],
    [`default.goals: ${list('RackAwareGoal')}`, 'hard.goals', 'as it is where nothing is said'],
    [
      `goals: ${list(...HARD)}, default.goals: ${list(...HARD, 'TopicReplicaDistributionGoal')}`,
      'default.goals',
      'Topic',
    ],
    [`goals: ${list(...HARD)}`, 'default.goals', 'as it is where nothing is said'],
  ])('refuses %s, with which Cruise Control does not start', (config, setting, message) => {
    expect(told(config)).toMatchObject([
      { severity: 'error', field: at(setting), message: expect.stringContaining(message) },
    ]);
  });

  it('tells of goals of anomaly detection that the operator replaces', () => {
    const config = `default.goals: ${list(...HARD)}, anomaly.detection.goals: ${list('RackAwareDistributionGoal')}`;
    expect(told(config)).toMatchObject([{ effect: 'overridden', field: at('anomaly.detection.goals') }]);
  });

  it('compares no lists before Cruise Control did', () => {
    const config = `default.goals: ${list('RackAwareGoal')}, hard.goals: ${list('CpuCapacityGoal')}`;
    const kafka = `{apiVersion: kafka.strimzi.io/v1beta2, kind: Kafka, metadata: {name: k}, spec: {kafka: {}, cruiseControl: {config: {${config}}}}}`;
    const at = (release: string) => tellOfYaml('cruise-control-goals', kafka, { release: StrimziRelease.of(release) });
    expect(at('0.44')).toEqual([]);
    expect(at('0.45')).toHaveLength(1);
  });
});
