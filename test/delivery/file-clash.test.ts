import { fileClash } from '../../src/delivery/file-clash';

const FILE = { file: 'shop.k8s.yaml', owner: 'shop' };

describe('a file that has two writers', () => {
  it('within an app is told with both constructs, and what separates them', () => {
    expect(fileClash(FILE, { construct: 'shop/a', app: 'main' }, { construct: 'other' })).toMatchObject({
      rule: 'one-writer-a-file',
      severity: 'error',
      path: 'shop/a',
      given: 'shop.k8s.yaml',
      message: 'shop and other would write the same file.',
      remedy: expect.stringContaining('yamlOutputType'),
    });
  });

  it('of two apps is told with both apps, and how the two become one', () => {
    const clash = fileClash(FILE, { construct: 'shop/a', app: 'main' }, { app: 'theirs' });
    expect(clash.message).toBe('The app "main" would write a file of the app "theirs".');
    expect(clash.remedy).toContain('give it the name "theirs"');
    expect(clash.remedy).toContain('.cdk8s-strimzi');
  });

  it('is told of an app without a name too', () => {
    const { message } = fileClash(FILE, { construct: 'shop/a', app: undefined }, { app: 'theirs' });
    expect(message).toBe('An app without a name would write a file of the app "theirs".');
  });
});
