import type { ExposureRecord, ExposureTls } from '../../model/platform';
import { codec, defined, type Codec } from '../common/codec';
import type { Fitting, Shape } from '../common/shape';
import type { Named } from '../common/wire';

const TLS = { hosts: ['text'], secretName: 'text' } as const satisfies Shape;
const SERVICE = { name: 'text', port: { name: 'text', number: 'number' } } as const satisfies Shape;
const PATH = { path: 'text', pathType: 'text', backend: { service: SERVICE } } as const satisfies Shape;
const SHAPE = {
  spec: { ingressClassName: 'text', tls: [TLS], rules: [{ host: 'text', http: { paths: [PATH] } }] },
} as const satisfies Shape;

/** Everything: what a path of an Ingress is where none is asked for. */
const ROOT = '/';

/** Ingress: one host, one path, one service. */
export const ingress: Codec<ExposureRecord> = codec<ExposureRecord, typeof SHAPE, Named>({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  shape: SHAPE,
  write: ({ service, port, host, path = ROOT, tls, ingressClass }) => ({
    spec: defined({
      ingressClassName: ingressClass,
      tls: tls && [writeTls(tls, host)],
      rules: [
        defined({
          host,
          http: { paths: [{ path, pathType: 'Prefix', backend: { service: writeService(service, port) } }] },
        }),
      ],
    }),
  }),
  read: ({ spec = {} }) => {
    const rule = spec.rules?.[0];
    return defined({
      ...readPath(rule?.http?.paths?.[0] ?? {}),
      host: rule?.host,
      tls: readTls(spec.tls?.[0]),
      ingressClass: spec.ingressClassName,
    });
  },
});

function writeService(name: string, port: string | number): Fitting<typeof SERVICE> {
  return { name, port: typeof port === 'number' ? { number: port } : { name: port } };
}

function readPath({ path, backend }: Fitting<typeof PATH>): Pick<ExposureRecord, 'service' | 'port' | 'path'> {
  const { name = '', port } = backend?.service ?? {};
  return defined({ service: name, port: port?.name ?? port?.number ?? '', path: path === ROOT ? undefined : path });
}

function writeTls({ secret }: ExposureTls, host: string | undefined): Fitting<typeof TLS> {
  return defined({ hosts: host === undefined ? undefined : [host], secretName: secret });
}

function readTls(wire: Fitting<typeof TLS> | undefined): ExposureTls | undefined {
  return wire && defined({ secret: wire.secretName });
}
