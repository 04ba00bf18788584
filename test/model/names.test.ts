import fc from 'fast-check';
import { DNS_LABEL, DNS_SUBDOMAIN, LISTENER_NAME, TLS_USER_NAME, TOPIC_NAME } from '../../src/model/names';

const letters = (alphabet: string, bounds: { minLength?: number; maxLength: number }) =>
  fc.array(fc.constantFrom(...alphabet.split('')), { minLength: 1, ...bounds }).map((chars) => chars.join(''));
const ALPHANUMERIC = 'abcdefghijklmnopqrstuvwxyz0123456789';
const label = letters(ALPHANUMERIC, { maxLength: 63 });

describe('a DNS label', () => {
  it('is one to 63 lower-case letters, digits and hyphens', () => {
    fc.assert(fc.property(label, (name) => DNS_LABEL.isLegal(name)));
    expect(DNS_LABEL.isLegal('a-b')).toBe(true);
  });

  it.each(['', '-a', 'a-', 'A', 'a_b', 'a.b', 'ä', 'a'.repeat(64), 'a b', 'a\n'])('is not "%s"', (name) => {
    expect(DNS_LABEL.isLegal(name)).toBe(false);
  });
});

describe('a DNS subdomain', () => {
  it('is labels with dots between them', () => {
    const labels = fc.array(label, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.'));
    fc.assert(fc.property(labels, (name) => DNS_SUBDOMAIN.isLegal(name) === name.length <= 253));
  });

  it.each(['', '.a', 'a.', 'a..b', 'a.-b', 'A', 'a'.repeat(254)])('is not "%s"', (name) => {
    expect(DNS_SUBDOMAIN.isLegal(name)).toBe(false);
  });

  it('holds no character but its own, whatever is put into a legal name', () => {
    const intruder = fc.string({ minLength: 1, maxLength: 1, unit: 'binary' }).filter((c) => !/[a-z0-9.-]/.test(c));
    fc.assert(fc.property(label, intruder, (name, c) => !DNS_SUBDOMAIN.isLegal(`${name}${c}a`)));
  });
});

describe('a topic name', () => {
  it('is 1 to 249 letters, digits, dots, underscores and hyphens', () => {
    const name = letters(`${ALPHANUMERIC}ABC._-`, { maxLength: 249 }).filter((text) => text !== '.' && text !== '..');
    fc.assert(fc.property(name, (text) => TOPIC_NAME.isLegal(text)));
  });

  it.each(['', '.', '..', 'a b', 'a/b', 'ä', 'a'.repeat(250)])('is not "%s"', (name) => {
    expect(TOPIC_NAME.isLegal(name)).toBe(false);
  });
});

it('a user with a certificate has a name of 64 characters at most', () => {
  expect(TLS_USER_NAME.isLegal('a'.repeat(64))).toBe(true);
  expect(TLS_USER_NAME.isLegal('a'.repeat(65))).toBe(false);
});

it('a listener has a name of 1 to 11 lower-case letters and digits', () => {
  expect(LISTENER_NAME.isLegal('external9')).toBe(true);
  for (const name of ['', 'External', 'tls-2', 'a'.repeat(12)]) expect(LISTENER_NAME.isLegal(name)).toBe(false);
});
