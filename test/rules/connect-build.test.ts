import { tellOfYaml } from './harness';

const told = (spec: string) =>
  tellOfYaml(
    'connect-build',
    `{apiVersion: kafka.strimzi.io/v1, kind: KafkaConnect, metadata: {name: a}, spec: ${spec}}`,
  );

describe('connect-build', () => {
  it('takes plugins and images that can be told apart', () => {
    expect(told('{image: a, build: {output: {image: b}, plugins: [{name: aa}, {name: bb}]}}')).toEqual([]);
  });

  it('refuses two plugins of one name, and an image that is built on itself', () => {
    expect(told('{build: {plugins: [{name: aa}, {name: aa}]}}')).toMatchObject([
      { field: 'spec.build.plugins[1].name' },
    ]);
    expect(told('{image: a, build: {output: {image: a}}}')).toMatchObject([{ field: 'spec.build.output.image' }]);
  });
});
