import { fileClash } from '../../src/delivery/file-clash';

const FILE = { file: 'shop.k8s.yaml', owner: 'shop', construct: 'shop/a' };

describe('a file that has two writers', () => {
  it('within an app is told with both constructs, and what separates them', () => {
    expect(fileClash(FILE, 'main', { construct: 'other' })).toMatchObject({
      rule: 'one-writer-a-file',
      severity: 'error',
      path: 'shop/a',
      given: 'shop.k8s.yaml',
      message: 'shop and other would write the same file.',
      remedy: expect.stringContaining('layout'),
    });
  });

  it('is told of the app where it has no construct of its own', () => {
    const { message } = fileClash({ ...FILE, owner: '' }, 'main', { construct: 'the index' });
    expect(message).toBe('the app itself and the index would write the same file.');
  });

  it('of two apps is told with both apps, and how the two become one', () => {
    const clash = fileClash(FILE, 'main', { app: 'theirs' });
    expect(clash.message).toBe('The app "main" would write a file of the app "theirs".');
    expect(clash.remedy).toContain('give it the name "theirs"');
    expect(clash.remedy).toContain('.cdk8s-strimzi');
  });

  it('is told of an app without a name too', () => {
    const { message } = fileClash(FILE, undefined, { app: 'theirs' });
    expect(message).toBe('An app without a name would write a file of the app "theirs".');
  });

  it('because its name was cut is told with the whole name', () => {
    const { given } = fileClash({ ...FILE, uncut: 'shop-with-more.k8s.yaml' }, 'main', { construct: 'other' });
    expect(given).toBe('shop.k8s.yaml, cut from shop-with-more.k8s.yaml');
  });

  it('of which nobody is known is told with the way to write over it', () => {
    const { message, remedy } = fileClash(FILE, 'main', 'somebody');
    expect(message).toContain('no app lists it');
    expect(remedy).toContain('--overwrite-edited');
  });
});
