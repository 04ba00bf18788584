import { cronFault } from '../../src/model/cron';

describe('a cron expression', () => {
  it.each([
    '* * 8-10 * * ?',
    '* * 0-1 ? * SUN,MON,TUE,WED,THU *',
    '0/5 14,18 22-2 ? JAN-DEC mon',
    '0 0 12 L-3 * ?',
    '0 0 12 LW * ? 2026-2030',
    '0 0 12 15W 1/3 ?',
    '0 0 12 ? * FRI#2',
    '0 0 12 ? * 6L *',
    '*/10 /15 * ? * L',
    '* * * ? * SUN * beyond',
  ])('may be %s', (text) => {
    expect(cronFault(text)).toBeUndefined();
  });

  it.each([
    ['* 8-10 * * ?', 'it has 5 of its six fields'],
    ['always', 'it has 1 of its six fields'],
    ['* * 8-10 * * *', 'the day of the month or that of the week has to be ?'],
    ['* * 8-10 ? * ?', 'the day of the month and that of the week are both left open by ?'],
    ['60 * * * * ?', '"60" is no second'],
    ['* 60 * * * ?', '"60" is no minute'],
    ['* * 8-24 * * ?', '"8-24" is no hour'],
    ['* * * 0 * ?', '"0" is no day of the month'],
    ['* * * * 13 ?', '"13" is no month'],
    ['* * * ? * 8', '"8" is no day of the week'],
    ['* * * ? * SUNDAY', '"SUNDAY" is no day of the week'],
    ['? * * ? * SUN', '"?" is no second'],
    ['*/70 * * ? * SUN', '"*/70" is no second'],
    ['5/ * * ? * SUN', '"5/" is no second'],
    ['1-2-3 * * ? * SUN', '"1-2-3" is no second'],
    ['1,,2 * * ? * SUN', '"1,,2" is no second'],
    ['* * * ? * SUN 26', '"26" is no year'],
  ])('is not %s', (text, fault) => {
    expect(cronFault(text)).toBe(fault);
  });
});
