import { connectConfig } from '../../src/wiring/connect';

describe('the settings of Connect workers', () => {
  it('are the library’s, but for those that are given or taken away', () => {
    expect(connectConfig(1)).toStrictEqual({
      'config.storage.replication.factor': 1,
      'offset.storage.replication.factor': 1,
      'status.storage.replication.factor': 1,
    });
    const own = {
      'config.storage.replication.factor': 2,
      'offset.storage.replication.factor': undefined,
      'key.converter': 'a',
    };
    expect(connectConfig(1, own)).toStrictEqual({
      'config.storage.replication.factor': 2,
      'status.storage.replication.factor': 1,
      'key.converter': 'a',
    });
  });
});
