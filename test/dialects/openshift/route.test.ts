import fc from 'fast-check';
import { dialect } from '../../../src/dialects/openshift';
import type { ExposureRecord } from '../../../src/model/platform';
import { checkManifest } from '../../../src/schema';
import { exposures } from '../../arbitraries/clients';
import { others } from '../../arbitraries/tracing';
import { told } from '../told';

const { exposure } = dialect;
const routes: fc.Arbitrary<ExposureRecord> = exposures.map(({ ingressClass: _, ...route }) => route);

describe('route', () => {
  it('reads back what was written', () => {
    fc.assert(
      fc.property(routes, (record) => {
        expect(exposure.read(exposure.write(record))).toEqual(record);
      }),
    );
  });

  it('writes what the schema of Routes takes', () => {
    fc.assert(
      fc.property(routes, (record) => {
        expect(checkManifest(exposure.write(record))).toEqual([]);
      }),
    );
  });

  it('loses nothing of a Route that somebody else wrote', () => {
    fc.assert(
      fc.property(
        others(
          routes.map((record) => exposure.write(record)),
          ['spec.to', 'spec.tls', 'spec.httpHeaders'],
        ),
        (manifest) => {
          expect(exposure.write(exposure.read(manifest))).toEqual(manifest);
        },
      ),
    );
  });

  it('sends browsers that come without TLS to where it is', () => {
    const written = exposure.write({ name: 'ui', service: 'my-jaeger-query', port: 'http-query', tls: {} });
    expect(written['spec']).toEqual({
      to: { kind: 'Service', name: 'my-jaeger-query' },
      port: { targetPort: 'http-query' },
      tls: { termination: 'edge', insecureEdgeTerminationPolicy: 'Redirect' },
      wildcardPolicy: 'None',
    });
  });

  it('refuses an ingress class', () => {
    const exposed = { name: 'ui', service: 'query', port: 80, ingressClass: 'nginx' };
    expect(told(exposure, 'exposure', exposed)).toEqual(['spec.ingressClassName']);
  });
});
