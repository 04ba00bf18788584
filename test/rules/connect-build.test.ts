import { StrimziRelease } from '../../src/dialects/releases';
import { tellOfYaml } from './harness';

const told = (spec: string, release = StrimziRelease.V1_2) =>
  tellOfYaml(
    'connect-build',
    `{apiVersion: kafka.strimzi.io/${release === StrimziRelease.V1_2 ? 'v1' : 'v1beta2'}, kind: KafkaConnect, metadata: {name: a}, spec: ${spec}}`,
    { release },
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

  it('refuses options that the operator does not let through', () => {
    const output = '{additionalBuildOptions: ["--authfile=/a", --insecure], additionalPushOptions: [--quiet]}';
    expect(told(`{build: {output: ${output}}}`)).toEqual([]);
    expect(
      told('{build: {output: {additionalBuildOptions: [--quiet], additionalPushOptions: ["--insecure=x"]}}}'),
    ).toMatchObject([
      { severity: 'error', field: 'spec.build.output.additionalBuildOptions[0]', given: '--quiet' },
      { severity: 'error', field: 'spec.build.output.additionalPushOptions[0]', given: '--insecure=x' },
    ]);
    const kaniko = '{build: {output: {additionalKanikoOptions: [--insecure, --ignore-path=/a]}}}';
    expect(told(kaniko, StrimziRelease.V0_45)).toEqual([]);
    expect(told(kaniko, StrimziRelease.V0_44)).toMatchObject([{ given: '--ignore-path=/a' }]);
    expect(told('{build: {output: {additionalKanikoOptions: [--context=b]}}}', StrimziRelease.V0_45)).toHaveLength(1);
  });
});
