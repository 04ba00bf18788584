import { quotasEffect, tieredStorageEffect } from '../../src/reports/changes/broker-bounds';

describe('what comes of other bounds of brokers', () => {
  it('binds users by quotas of Kafka, and by nothing where they are taken away', () => {
    const quotas = { type: 'kafka', producerByteRate: 1000 } as const;
    expect(quotasEffect(undefined, quotas)).toMatchObject({
      class: 'safe',
      message: expect.stringMatching(/are bound by it at once/),
    });
    expect(quotasEffect(quotas, undefined)).toMatchObject({
      class: 'safe',
      message: expect.stringMatching(/are bound by nothing any more/),
    });
  });

  it('restarts brokers where the plugin is taken away', () => {
    expect(quotasEffect({ type: 'strimzi' }, undefined)).toMatchObject({ class: 'restarts-pods' });
  });

  it('leaves segments that were moved where nobody reads them, and tells how to keep them', () => {
    const tiered = { type: 'custom', className: 'a.B' } as const;
    expect(tieredStorageEffect(tiered, undefined)).toMatchObject({
      class: 'manual-step',
      message: expect.stringMatching(/Nobody reads segments that were moved/),
      remedy: expect.stringMatching(/Copy what was moved .* from 3\.9 on/),
    });
  });
});
