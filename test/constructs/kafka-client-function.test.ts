import { Lazy } from 'cdk8s';
import { Deployment } from 'cdk8s-plus-27';
import { KafkaClient, type KafkaClientProps } from '../../src';
import { findings, manifest } from './harness';
import { containers, envOf, shopSite, told } from './workloads';

describe('a function for a contract', () => {
  const toldOf = (contract: unknown) =>
    told((site) => new Deployment(site, 'shop', { metadata: { name: 'shop' }, containers }), {
      contract: contract as KafkaClientProps['contract'],
    });
  const path = 'site/shop/kafka-client';

  it.each([
    [8080, 8080, 'a number'],
    [true, true, 'a boolean'],
    [Number.NaN, Number.NaN, 'NaN'],
    [undefined, 'nothing', 'nothing'],
    [null, null, 'null'],
    [Lazy.any({ produce: () => 'x' }), 'a value that is known at last', 'has to be known at once'],
  ])('gives %p for a variable', (value, given, kind) => {
    expect(toldOf(() => ({ PORT: value, NAME: 'shop' }))).toMatchObject([
      {
        rule: 'prop-type',
        path,
        field: 'contract()["PORT"]',
        given,
        message: expect.stringContaining(kind) as string,
        allowed: 'a text or an object with secret, key',
      },
    ]);
  });

  it('gives what the user does not have, or half of a Secret', () => {
    expect(toldOf(({ password }: { password: unknown }) => ({ PASSWORD: password }))).toMatchObject([
      { rule: 'prop-type', field: 'contract()["PASSWORD"]', given: 'nothing' },
    ]);
    expect(toldOf(() => ({ TOKEN: { secret: 'shop' } }))).toMatchObject([
      { rule: 'prop-missing', path, field: 'contract()["TOKEN"]["key"]' },
    ]);
  });

  it.each([
    [() => undefined, 'nothing'],
    [() => null, null],
    [() => 'x', 'x'],
    [() => ['x'], 'a list of 1'],
    [() => Promise.resolve({ PORT: '1' }), 'a Promise'],
    [() => Promise.reject(new Error('nobody waits')), 'a Promise'],
  ])('is %p', (contract, given) => {
    expect(toldOf(contract)).toMatchObject([{ rule: 'prop-type', path, field: 'contract()', given }]);
  });

  it('throws', () => {
    const thrown = toldOf(() => {
      throw new Error('no such region');
    });
    expect(thrown).toMatchObject([{ rule: 'client-contract', path, field: 'contract()' }]);
    expect(thrown[0]?.message).toContain('no such region');
  });

  it('is asked once for the same settings, however often the object is looked at', () => {
    const { site, cluster, orders } = shopSite();
    const workload = new Deployment(site, 'shop', { metadata: { name: 'shop' }, containers });
    let asked = 0;
    KafkaClient.of(workload, { cluster, consumesFrom: [orders], contract: () => ({ ASKED: String((asked += 1)) }) });
    expect(asked).toBe(0);
    expect(findings(site)).toEqual([]);
    expect(envOf(manifest(site, 'Deployment', 'shop'))).toEqual({ ASKED: '1' });
    expect(asked).toBe(1);
  });

  it('keeps the variables that are sound beside others', () => {
    const { site, cluster } = shopSite();
    const workload = new Deployment(site, 'shop', { metadata: { name: 'shop' }, containers });
    const contract = (() => ({ PORT: 8080, NAME: 'shop' })) as unknown as KafkaClientProps['contract'];
    KafkaClient.of(workload, { cluster, contract });
    expect(envOf(manifest(site, 'Deployment', 'shop'))).toEqual({ NAME: 'shop' });
  });
});
