import fc from 'fast-check';
import { dialect } from '../../../src/dialects/kubernetes';
import type { ExposureRecord } from '../../../src/model/platform';
import { exposures, namespaces } from '../../arbitraries/clients';
import { others } from '../../arbitraries/tracing';

const { namespace, exposure } = dialect;

describe('namespace', () => {
  it('reads back what was written', () => {
    fc.assert(
      fc.property(namespaces, (record) => {
        expect(namespace.read(namespace.write(record))).toEqual(record);
      }),
    );
  });

  it('says what people call it in the annotations that OpenShift shows', () => {
    const written = namespace.write({ name: 'amq-streams', displayName: 'AMQ Streams', description: 'A workshop' });
    expect(written.metadata.annotations).toEqual({
      'openshift.io/description': 'A workshop',
      'openshift.io/display-name': 'AMQ Streams',
    });
  });

  it('loses nothing of a Namespace with a spec', () => {
    const manifest = { ...namespace.write({ name: 'theirs' }), spec: { finalizers: ['kubernetes'] } };
    expect(namespace.write(namespace.read(manifest))).toEqual(manifest);
  });
});

describe('ingress', () => {
  it('reads back what was written', () => {
    fc.assert(
      fc.property(exposures, (record) => {
        expect(exposure.read(exposure.write(record))).toEqual(record);
      }),
    );
  });

  it('loses nothing of an Ingress that somebody else wrote', () => {
    fc.assert(
      fc.property(
        others(
          exposures.map((record) => withRules(exposure.write(record))),
          ['spec.defaultBackend'],
        ),
        (manifest) => {
          expect(exposure.write(exposure.read(manifest))).toEqual(manifest);
        },
      ),
    );
  });

  it('leads everything to the service where no path is given', () => {
    const record: ExposureRecord = { name: 'ui', service: 'my-jaeger-query', port: 16686 };
    expect(exposure.write(record)['spec']).toEqual({
      rules: [
        {
          http: {
            paths: [
              {
                path: '/',
                pathType: 'Prefix',
                backend: { service: { name: 'my-jaeger-query', port: { number: 16686 } } },
              },
            ],
          },
        },
      ],
    });
  });
});

/** The manifest with a second rule, which the model has no word for. */
function withRules<T extends object>(manifest: T): T {
  const copy = structuredClone(manifest) as T & { spec: { rules: object[] } };
  copy.spec.rules.push({ host: 'second.example.com' });
  return copy;
}
