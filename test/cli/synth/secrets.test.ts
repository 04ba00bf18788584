import { withoutSecrets } from '../../../src/cli/synth/secrets';

const OTHER = 'kind: ConfigMap\ndata:\n  key: value\n';

it('values of Secrets are left out, their names and all else stay', () => {
  const secret = `apiVersion: v1
kind: Secret
metadata:
  name: s
stringData:
  password: hunter2
  "quoted key": hunter2
  long: |
    first: hunter2

    hunter2
data:
  other: aHVudGVyMg==
type: Opaque
`;
  const told = withoutSecrets(`${OTHER}---\n${secret}---\n${OTHER}`);
  expect(told).not.toMatch(/hunter2|aHVudGVyMg|first/);
  expect(told.startsWith(OTHER)).toBe(true);
  expect(told.endsWith(OTHER)).toBe(true);
  expect(told).toContain('  password:\n  "quoted key":\n  long:\n');
  expect(told).toContain('data:\n  other:\ntype: Opaque\n');
});

it('values on the line of the field are left out too, also in a list', () => {
  const list = `kind: List
items:
  - kind: Secret
    data: {key: hunter2}
  - data:
      key: hunter2
    kind: Secret
`;
  expect(withoutSecrets(list)).not.toContain('hunter2');
  expect(withoutSecrets(list)).toContain('      key:\n');
});
