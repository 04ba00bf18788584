import type { RouteManifest } from '../../../imports/openshift';
import type { ExposureRecord, ExposureTls } from '../../model/platform';
import { codec, defined, type Codec } from '../common/codec';
import type { Fitting, Shape } from '../common/shape';

const TLS = {
  termination: 'text',
  insecureEdgeTerminationPolicy: 'text',
  externalCertificate: { name: 'text' },
} as const satisfies Shape;
const SHAPE = {
  spec: {
    host: 'text',
    path: 'text',
    to: { kind: 'text', name: 'text' },
    port: { targetPort: 'intOrString' },
    tls: TLS,
    wildcardPolicy: 'text',
  },
} as const satisfies Shape;

type WireTls = Fitting<typeof TLS>;

/** Route: TLS ends at the router, which sends browsers that come without it to where it is. */
export const route: Codec<ExposureRecord> = codec<ExposureRecord, typeof SHAPE, RouteManifest>({
  apiVersion: 'route.openshift.io/v1',
  kind: 'Route',
  shape: SHAPE,
  write: ({ service, port, host, path, tls }) => ({
    spec: defined({
      host,
      path,
      to: { kind: 'Service', name: service },
      port: { targetPort: port },
      tls: tls && writeTls(tls),
      // The default. A validator that knows no defaults refuses a Route that has neither it nor a host.
      wildcardPolicy: host === undefined ? 'None' : undefined,
    }),
  }),
  read: ({ spec = {} }) =>
    defined({
      service: spec.to?.name ?? '',
      port: spec.port?.targetPort ?? '',
      host: spec.host,
      path: spec.path,
      tls: readTls(spec.tls),
    }),
});

function writeTls({ secret }: ExposureTls): WireTls {
  return defined({
    termination: 'edge',
    insecureEdgeTerminationPolicy: 'Redirect',
    externalCertificate: secret === undefined ? undefined : { name: secret },
  });
}

/** TLS that ends elsewhere than at the router is kept by the codec. */
function readTls(wire: WireTls | undefined): ExposureTls | undefined {
  if (wire?.termination !== 'edge') return undefined;
  return defined({ secret: wire.externalCertificate?.name });
}
