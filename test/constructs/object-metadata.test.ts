import { ApiObject, App, Chart, Lazy, type ApiObjectMetadataDefinition } from 'cdk8s';
import { metadataJson } from '../../src/constructs/object-metadata';

function newMetadata(): ApiObjectMetadataDefinition {
  const chart = new Chart(new App(), 'chart', { namespace: 'shop', labels: { team: 'red' } });
  const metadata = { name: 'orders', labels: { app: 'orders' }, annotations: { note: 'yes' } };
  return new ApiObject(chart, 'object', { apiVersion: 'v1', kind: 'ConfigMap', metadata }).metadata;
}

describe('the metadata of an object', () => {
  const changes: Record<string, (metadata: ApiObjectMetadataDefinition) => void> = {
    'as it was made': () => undefined,
    'with a label more': (metadata) => {
      metadata.addLabel('a', 'b');
    },
    'with an annotation more': (metadata) => {
      metadata.addAnnotation('a', 'b');
    },
    'with a finalizer': (metadata) => {
      metadata.addFinalizers('example.com/keep');
    },
    'with an owner': (metadata) => {
      metadata.addOwnerReference({ apiVersion: 'v1', kind: 'ConfigMap', name: 'owner', uid: '1' });
    },
    'with another field': (metadata) => {
      metadata.add('generateName', 'orders-');
    },
    'with a value that is told late': (metadata) => {
      metadata.addLabel('late', Lazy.any({ produce: () => 'told' }) as string);
    },
  };

  it.each(Object.keys(changes))('%s, is what cdk8s writes', (name) => {
    const metadata = newMetadata();
    changes[name]?.(metadata);
    expect(metadataJson(metadata)).toEqual(metadata.toJson());
  });

  it('is read without cdk8s while it is plain text', () => {
    const metadata = newMetadata();
    const spy = jest.spyOn(metadata, 'toJson');
    metadataJson(metadata);
    expect(spy).not.toHaveBeenCalled();
  });
});
