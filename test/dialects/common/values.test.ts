import { copied } from '../../../src/dialects/common/values';

describe('a copy of a value', () => {
  it('is alike, and nothing that becomes of it reaches the value', () => {
    const value = { name: 'x', list: [{ a: 1 }, null], none: undefined };
    const copy = copied(value);
    expect(copy).toEqual(value);
    copy.list.push({ a: 2 });
    copy.list[0]!.a = 3;
    expect(value).toEqual({ name: 'x', list: [{ a: 1 }, null], none: undefined });
  });

  it('is made of a Proxy too', () => {
    const value = { list: new Proxy([new Proxy({ a: 1 }, {})], {}) };
    expect(copied(value)).toEqual({ list: [{ a: 1 }] });
  });

  it('has a field of whatever name', () => {
    const value = JSON.parse('{"__proto__": {"a": 1}}') as object;
    expect(JSON.stringify(copied(value))).toBe('{"__proto__":{"a":1}}');
  });
});
