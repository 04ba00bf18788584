import { StrimziRelease } from '../../src/dialects/releases';
import { tellOfYaml } from './harness';

const HARD = 'RackAwareGoal, ReplicaCapacityGoal, DiskCapacityGoal, CpuCapacityGoal';
const kafka = (config = '') =>
  `{apiVersion: kafka.strimzi.io/v1, kind: Kafka, metadata: {name: k}, spec: {kafka: {listeners: []}, cruiseControl: {config: {${config}}}}}`;
const rebalance = (spec: string, version = 'v1') =>
  `{apiVersion: kafka.strimzi.io/${version}, kind: KafkaRebalance, metadata: {name: a, labels: {strimzi.io/cluster: k}}, spec: {${spec}}}`;
const told = (...objects: readonly string[]) => tellOfYaml('rebalance-goals', objects.join('\n---\n'));

describe('rebalance-goals', () => {
  it.each([
    ['', kafka()],
    ['goals: []', kafka()],
    [`goals: [${HARD}]`, kafka()],
    [`goals: [${HARD.toLowerCase()}]`, kafka()],
    ['goals: [CpuCapacityGoal], skipHardGoalCheck: true', kafka()],
    ['goals: [CpuCapacityGoal]', ''],
    ['goals: [PreferredLeaderElectionGoal]', kafka()],
    ['goals: [BrokerSetAwareGoal]', ''],
    ['goals: [RackAwareGoal]', kafka('hard.goals: "com.linkedin.goals.RackAwareGoal,"')],
    ['goals: [MyGoal]', kafka('goals: com.example.MyGoal')],
    ['goals: [NoGoal], rebalanceDisk: true', kafka()],
  ])('takes %s', (spec, cluster) => {
    expect(told(cluster, rebalance(spec))).toEqual([]);
  });

  it('tells goals that Cruise Control does not have', () => {
    expect(told(rebalance('goals: [CpuCapacitiGoal]'))).toMatchObject([
      { severity: 'error', field: 'spec.goals[0]', remedy: 'Write CpuCapacityGoal, or leave it out.' },
    ]);
    expect(told(kafka(), rebalance('goals: [BrokerSetAwareGoal], skipHardGoalCheck: true'))).toMatchObject([
      { given: 'BrokerSetAwareGoal', allowed: expect.stringContaining('RackAwareGoal') },
    ]);
  });

  it('tells goals that an earlier release does not have', () => {
    const release = StrimziRelease.of('0.42');
    const object = rebalance('goals: [RackAwareDistributionGoal]', 'v1beta2');
    expect(tellOfYaml('rebalance-goals', object, { release })).toHaveLength(1);
    expect(tellOfYaml('rebalance-goals', object, { release: StrimziRelease.of('0.43') })).toEqual([]);
  });

  it('tells hard goals that are left out', () => {
    expect(told(kafka(), rebalance('goals: [RackAwareGoal, ReplicaCapacityGoal]'))).toMatchObject([
      { field: 'spec.goals', message: expect.stringContaining('leave out DiskCapacityGoal, CpuCapacityGoal, which') },
    ]);
    const named = kafka('hard.goals: com.example.goals.DiskCapacityGoal');
    expect(told(named, rebalance('goals: [RackAwareGoal]'))).toMatchObject([
      { allowed: 'goals with DiskCapacityGoal among them', remedy: 'Add them, or say skipHardGoalCheck: true.' },
    ]);
  });

  it('does not miss a hard goal that is there with a slip', () => {
    const goals = `goals: [${HARD.replace('RackAware', 'RakAware')}]`;
    expect(told(kafka(), rebalance(goals))).toMatchObject([{ field: 'spec.goals[0]', given: 'RakAwareGoal' }]);
  });
});
