import type { ExposureRecord, ExposureTls } from '../../model/platform';
import { codec, defined, type Codec } from '../common/codec';

interface WireIngress {
  spec?: {
    ingressClassName?: string;
    tls?: { hosts?: string[]; secretName?: string }[];
    rules?: WireRule[];
  };
}

interface WireRule {
  host?: string;
  http?: { paths?: WirePath[] };
}

interface WirePath {
  path?: string;
  pathType?: string;
  backend?: { service?: { name?: string; port?: { name?: string; number?: number } } };
}

/** Everything: what a path of an Ingress is where none is asked for. */
const ROOT = '/';

/** Ingress: one host, one path, one service. */
export const ingress: Codec<ExposureRecord> = codec<ExposureRecord, WireIngress>({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  shape: {
    spec: {
      ingressClassName: 'text',
      tls: [{ hosts: ['text'], secretName: 'text' }],
      rules: [
        {
          host: 'text',
          http: {
            paths: [
              {
                path: 'text',
                pathType: 'text',
                backend: { service: { name: 'text', port: { name: 'text', number: 'number' } } },
              },
            ],
          },
        },
      ],
    },
  },
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

function writeService(name: string, port: string | number): { name: string; port: { name?: string; number?: number } } {
  return { name, port: typeof port === 'number' ? { number: port } : { name: port } };
}

function readPath({ path, backend }: WirePath): Pick<ExposureRecord, 'service' | 'port' | 'path'> {
  const { name = '', port } = backend?.service ?? {};
  return defined({ service: name, port: port?.name ?? port?.number ?? '', path: path === ROOT ? undefined : path });
}

function writeTls({ secret }: ExposureTls, host: string | undefined): { hosts?: string[]; secretName?: string } {
  return defined({ hosts: host === undefined ? undefined : [host], secretName: secret });
}

function readTls(wire: { secretName?: string } | undefined): ExposureTls | undefined {
  return wire && defined({ secret: wire.secretName });
}
