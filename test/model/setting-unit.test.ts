import { settingUnit, timeText } from '../../src/model/setting-unit';
import * as clients from '../../src/rules/client-settings/client-tables';
import * as brokers from '../../src/rules/kafka-settings';

const forms = Object.entries(Object.assign({}, ...Object.values({ ...clients, ...brokers })) as Record<string, string>);

describe('what a setting counts', () => {
  it.each([
    ['retention.ms', 'milliseconds'],
    ['internal.metadata.delete.delay.millis', 'milliseconds'],
    ['errors.retry.timeout', 'milliseconds'],
    ['refresh.topics.interval.seconds', 'seconds'],
    ['kafka.metrics.polling.interval.secs', 'seconds'],
    ['offsets.retention.minutes', 'minutes'],
    ['log.roll.jitter.hours', 'hours'],
    ['segment.bytes', 'bytes'],
    ['cache.max.bytes.buffering', 'bytes'],
    ['max.request.size', 'bytes'],
    ['producer.override.batch.size', 'bytes'],
    ['source.producer.buffer.memory', 'bytes'],
    ['acme.poll.ms', 'milliseconds'],
    ['num.partitions', undefined],
    ['zookeeper.metadata.migration.min.batch.size', undefined],
    ['max.request.partition.size.limit', undefined],
    ['toString', undefined],
  ])('%s: %s', (name, unit) => {
    expect(settingUnit(name)).toBe(unit);
  });

  it('is told of numbers alone', () => {
    const others = forms.filter(([name, json]) => settingUnit(name) && !/"(SHORT|INT|LONG|DOUBLE)"/.test(json));
    expect(others).toEqual([]);
  });

  it('is known of every number that is called a size, a memory or a timeout, or counts something else', () => {
    const numbers = forms.filter(([name, json]) => /(size|memory|timeout)$/.test(name) && /"(INT|LONG)"/.test(json));
    expect(
      numbers
        .map(([name]) => name)
        .filter((name) => !settingUnit(name))
        .sort(),
    ).toEqual([
      'group.consumer.max.size',
      'group.max.size',
      'group.share.max.size',
      'group.streams.max.size',
      'inter.worker.key.size',
      'remote.log.manager.copier.thread.pool.size',
      'remote.log.manager.expiration.thread.pool.size',
      'remote.log.manager.follower.thread.pool.size',
      'remote.log.manager.thread.pool.size',
      'socket.listen.backlog.size',
      'zookeeper.metadata.migration.min.batch.size',
    ]);
  });
});

it.each([
  [0, '0 hours'],
  [1, '1 millisecond'],
  [1_500, '1500 milliseconds'],
  [2_000, '2 seconds'],
  [60_000, '1 minute'],
  [7_200_000, '2 hours'],
  [86_400_000, '1 day'],
  [129_600_000, '36 hours'],
  [604_800_000, '7 days'],
])('%d milliseconds are %s', (milliseconds, text) => {
  expect(timeText(milliseconds)).toBe(text);
});
