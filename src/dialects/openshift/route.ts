import type { ExposureRecord, ExposureTls } from '../../model/platform';
import { codec, defined, type Codec } from '../common/codec';

interface WireRoute {
  spec?: {
    host?: string;
    path?: string;
    to?: { kind?: string; name?: string };
    port?: { targetPort?: string | number };
    tls?: WireTls;
    wildcardPolicy?: string;
  };
}

interface WireTls {
  termination?: string;
  insecureEdgeTerminationPolicy?: string;
  externalCertificate?: { name?: string };
}

/** Route: TLS ends at the router, which sends browsers that come without it to where it is. */
export const route: Codec<ExposureRecord> = codec<ExposureRecord, WireRoute>({
  apiVersion: 'route.openshift.io/v1',
  kind: 'Route',
  shape: {
    spec: {
      host: 'text',
      path: 'text',
      to: { kind: 'text', name: 'text' },
      port: { targetPort: 'scalar' },
      tls: {
        termination: 'text',
        insecureEdgeTerminationPolicy: 'text',
        externalCertificate: { name: 'text' },
      },
    },
  },
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
