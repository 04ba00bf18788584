import { readStorage, writeStorage } from '../../../src/dialects/common/storage';

describe('a volume of a JBOD', () => {
  it('without a number is the first, as the operator takes it', () => {
    const volumes = [
      { type: 'ephemeral', sizeLimit: '1Gi' },
      { type: 'ephemeral', id: 7 },
    ];
    expect(readStorage({ type: 'jbod', volumes })).toEqual({
      type: 'jbod',
      volumes: [
        { id: 0, type: 'ephemeral', sizeLimit: '1Gi' },
        { id: 7, type: 'ephemeral' },
      ],
    });
  });

  it('holds the metadata log where it is said to be shared', () => {
    const volumes = [
      { type: 'ephemeral', id: 0, kraftMetadata: 'shared' },
      { type: 'ephemeral', id: 1, kraftMetadata: 'other' },
    ];
    const storage = readStorage({ type: 'jbod', volumes });
    expect(writeStorage(storage).volumes?.map(({ kraftMetadata }) => kraftMetadata)).toEqual(['shared', undefined]);
  });
});

describe('the storage of a node', () => {
  it('is gone with its pod where nothing claims a volume', () => {
    expect(readStorage(undefined)).toEqual({ type: 'ephemeral' });
    expect(readStorage({ type: 'ephemeral', sizeLimit: '1Gi' })).toEqual({ type: 'ephemeral', sizeLimit: '1Gi' });
  });

  it('that is claimed has a size, and what is said of the claim', () => {
    const claim = { size: '20Gi', class: 'fast', deleteClaim: true, selector: { disk: 'ssd' } };
    const storage = readStorage({ type: 'persistent-claim', ...claim });
    expect(storage).toEqual({
      type: 'persistent-claim',
      size: '20Gi',
      storageClass: 'fast',
      deleteClaim: true,
      selector: { disk: 'ssd' },
    });
    expect(writeStorage(storage)).toEqual({ type: 'persistent-claim', ...claim });
  });
});
