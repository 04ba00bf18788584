import { lostFields } from '../../src/check/lost';

describe('what another manifest lacks', () => {
  it.each(['labels', 'annotations', 'podAnnotations', 'matchLabels'])('is told one by one of %s', (field) => {
    const from = { metadata: { [field]: { a: '1', b: '2' } } };
    expect(lostFields(from, { metadata: {} })).toEqual([
      { path: ['metadata', field, 'a'], value: '1' },
      { path: ['metadata', field, 'b'], value: '2' },
    ]);
  });

  it('is told once of any other part, with all that it holds', () => {
    const limits = { cpu: '1', memory: '2Gi' };
    expect(lostFields({ spec: { limits } }, { spec: {} })).toEqual([{ path: ['spec', 'limits'], value: limits }]);
  });

  it('is told where only a part of it is gone, at that part', () => {
    const from = { spec: { limits: { cpu: '1', memory: '2Gi' } } };
    expect(lostFields(from, { spec: { limits: { cpu: '1' } } })).toEqual([
      { path: ['spec', 'limits', 'memory'], value: '2Gi' },
    ]);
  });
});
