import { App as PlainApp, ApiObject, Chart } from 'cdk8s';
import { App, KafkaCluster, Namespace, OlmOperators, Platform, Site, Storage, StrimziRelease } from '../../src';
import { findings, manifest, manifests, newSite } from './harness';

describe('a site', () => {
  it('puts its resources into the namespace of its name', () => {
    const site = newSite({}, 'kafka-eu');
    new ApiObject(site, 'config', { apiVersion: 'v1', kind: 'ConfigMap' });
    expect(manifests(site)[0]?.metadata.namespace).toBe('kafka-eu');
  });

  it('is found from whatever is within it', () => {
    const site = newSite();
    expect(Site.of(new Namespace(site, 'namespace'))).toBe(site);
    expect(() => Site.of(new PlainApp())).toThrow('not within a Site');
  });

  it('refuses a namespace that Kubernetes does not take', () => {
    expect(findings(newSite({ namespace: 'Kafka_EU' }))).toMatchObject([
      { rule: 'legal-name', path: 'site', field: 'namespace', given: 'Kafka_EU' },
    ]);
  });

  it('makes its namespace when asked, in no namespace', () => {
    const site = newSite();
    new Namespace(site, 'project');
    expect(manifest(site, 'Namespace', 'site').metadata).toEqual({ name: 'site' });
  });
});

describe('operators installed by OLM', () => {
  it("are AMQ Streams for the namespace, and Jaeger for all, in the article's world", () => {
    const site = newSite({ release: StrimziRelease.AMQ_STREAMS_1_5, platform: Platform.OPENSHIFT });
    new OlmOperators(site, 'operators');
    expect(manifest(site, 'OperatorGroup', 'site').spec).toEqual({ targetNamespaces: ['site'] });
    expect(manifest(site, 'Subscription', 'amq-streams')).toMatchObject({
      metadata: { namespace: 'site' },
      spec: {
        name: 'amq-streams',
        channel: 'amq-streams-1.5.x',
        source: 'redhat-operators',
        sourceNamespace: 'openshift-marketplace',
      },
    });
    expect(manifest(site, 'Subscription', 'jaeger-product').metadata.namespace).toBe('openshift-operators');
  });

  it.each([
    [StrimziRelease.STREAMS_2_9, undefined, 'opentelemetry-product', 'stable', 'redhat-operators'],
    [StrimziRelease.STREAMS_2_9, 'jaeger-v1', 'jaeger-product', 'stable', 'redhat-operators'],
    [StrimziRelease.V1_2, undefined, 'opentelemetry-operator', 'alpha', 'community-operators'],
    [StrimziRelease.V0_18, undefined, 'jaeger', 'stable', 'community-operators'],
  ] as const)('of %j run Jaegers (%s) by %s of the channel %s in %s', (release, tracing, name, channel, source) => {
    const site = newSite({ release, platform: Platform.OPENSHIFT });
    new OlmOperators(site, 'operators', tracing && { tracing });
    expect(manifest(site, 'Subscription', name)).toMatchObject({
      metadata: { namespace: 'openshift-operators' },
      spec: { name, channel, source, sourceNamespace: 'openshift-marketplace', installPlanApproval: 'Automatic' },
    });
  });

  it('come from the community where Strimzi does', () => {
    const site = newSite();
    new OlmOperators(site, 'operators', { tracing: 'none' });
    expect(manifests(site).filter(({ kind }) => kind === 'Subscription')).toHaveLength(1);
    expect(manifest(site, 'Subscription', 'strimzi-kafka-operator').spec).toMatchObject({
      source: 'operatorhubio-catalog',
      sourceNamespace: 'olm',
      channel: 'strimzi-0.18.x',
      startingCSV: 'strimzi-cluster-operator.v0.18.0',
      installPlanApproval: 'Automatic',
    });
  });
});

describe('a release', () => {
  it('is found by its names', () => {
    expect(StrimziRelease.of('1.2')).toBe(StrimziRelease.V1_2);
    expect(StrimziRelease.of('amq-streams-1.5')).toBe(StrimziRelease.AMQ_STREAMS_1_5);
  });

  it.each(['', '9.9', 'constructor'])('is not "%s"', (name) => {
    expect(() => StrimziRelease.of(name)).toThrow(/no release ".*"; releases are 0\.18 to /);
  });

  it('is named by a text, and a program in JavaScript that gives something else is told so', () => {
    expect(() => StrimziRelease.of(1.2 as never)).toThrow(
      'no release that is named by a number in place of a text; rel',
    );
    expect(() => StrimziRelease.of(undefined as never)).toThrow('no release where no name is given; rel');
  });
});

test('a resource that is within no site is told so, in the app itself too', () => {
  const props = { brokers: 3, storage: Storage.persistentClaim({ size: '20Gi' }) };
  expect(() => new KafkaCluster(new App(), 'k', props)).toThrow('The app itself is not within a Site');
  expect(() => new KafkaCluster(new Chart(new App(), 'c'), 'k', props)).toThrow('c is not within a Site');
});
