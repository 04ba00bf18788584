import type { Manifest } from '../../src';
import { finding, type Finding } from '../../src/check/finding';
import { ObjectWaivers, SiteWaivers } from '../../src/check/waivers';

const fault = (rule: Finding['rule']): Finding => finding({ rule, effect: 'fails', path: 'x', message: 'No.' });
const ofSite = (waivers: Readonly<Record<string, unknown>>): SiteWaivers => new SiteWaivers('site', waivers);

function ofObject(annotations?: Record<string, string>): ObjectWaivers | undefined {
  const manifest: Manifest = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'm' } };
  if (annotations) manifest.metadata.annotations = annotations;
  return ObjectWaivers.of(manifest, { path: 'object' });
}

describe('a waiver', () => {
  it('gives its reason to findings of its rule, and to no other', () => {
    const waivers = ofSite({ 'topic-replicas': 'Brokers follow.' });
    expect(waivers.reasonFor(fault('topic-once'))).toBeUndefined();
    expect(waivers.reasonFor(fault('topic-replicas'))).toBe('Brokers follow.');
    expect(waivers.unused()).toEqual([]);
  });

  it.each([
    ['site', ofSite({ 'topic-once': 'Mine.' })] as const,
    ['object', ofObject({ 'cdk8s-strimzi.io/waive.topic-once': 'Mine.' })] as const,
  ])('that meets nothing is told of its %s', (subject, waivers) => {
    expect(waivers?.unused()).toMatchObject([
      {
        rule: 'unused-waiver',
        path: subject,
        given: 'Mine.',
        message: `The waiver of topic-once meets no finding of this ${subject}.`,
        remedy: 'Remove it.',
      },
    ]);
  });

  it('of what cannot be waived takes nothing, and says so', () => {
    const waivers = ofSite({ 'unique-object': 'Both are mine.' });
    expect(waivers.reasonFor(fault('unique-object'))).toBeUndefined();
    expect(waivers.unused()).toMatchObject([
      { message: 'The waiver of unique-object meets no finding of this site, and could not be taken.' },
    ]);
  });

  it.each([' ', '', 7, null])('with the reason %j takes nothing, and asks for one', (reason) => {
    const waivers = ofSite({ 'topic-replicas': reason });
    expect(waivers.reasonFor(fault('topic-replicas'))).toBeUndefined();
    expect(waivers.unused()).toMatchObject([
      {
        field: 'waivers["topic-replicas"]',
        message: 'The waiver of topic-replicas has no reason, and takes nothing.',
        remedy: 'Say why the finding is taken.',
      },
    ]);
  });

  it('of a rule that there is not names the nearest, if one is near', () => {
    expect(ofSite({ 'topic-replica': 'x', zzzzzzzzzzzz: 'x' }).unused()).toMatchObject([
      { message: 'There is no rule topic-replica.', remedy: 'Did you mean topic-replicas?' },
      { message: 'There is no rule zzzzzzzzzzzz.', remedy: 'Remove it.' },
    ]);
  });

  it('stands in annotations of its own name alone', () => {
    expect(ofObject()).toBeUndefined();
    expect(ofObject({ 'example.com/waive.topic-once': 'x' })?.unused() ?? []).toEqual([]);
    expect(ofObject({ 'cdk8s-strimzi.io/waive.topic-once': 'Mine.', other: 'x' })?.unused()).toMatchObject([
      { field: 'metadata.annotations["cdk8s-strimzi.io/waive.topic-once"]' },
    ]);
  });
});
