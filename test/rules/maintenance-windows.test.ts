import { tellOfYaml } from './harness';

const told = (...windows: readonly string[]) =>
  tellOfYaml(
    'maintenance-windows',
    `{apiVersion: kafka.strimzi.io/v1, kind: Kafka, metadata: {name: k}, spec: {maintenanceTimeWindows: ${JSON.stringify(windows)}}}`,
  );

describe('maintenance-windows', () => {
  it('takes expressions of Quartz', () => {
    expect(told('* * 8-10 * * ?')).toEqual([]);
  });

  it('tells of others', () => {
    expect(told('* * 8-10 * * ?', '0 8 * * *')).toMatchObject([
      {
        severity: 'warning',
        effect: 'ignored',
        field: 'spec.maintenanceTimeWindows[1]',
        given: '0 8 * * *',
        message: 'This is no cron expression: it has 5 of its six fields.',
      },
    ]);
  });
});
