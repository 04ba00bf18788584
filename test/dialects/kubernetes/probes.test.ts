import { readProbes, writeProbes } from '../../../src/dialects/kubernetes/probes';

const readiness = (probe: NonNullable<Parameters<typeof readProbes>[0]>['readinessProbe']) =>
  readProbes({ readinessProbe: probe })?.readiness?.check;

describe('a check by HTTP', () => {
  it('asks for the root where no path is given, as Kubernetes does', () => {
    expect(readiness({ httpGet: { port: 8080 } })).toEqual({ type: 'http', path: '/', port: 8080 });
  });

  it('has the scheme that it was given, if it is one', () => {
    const httpGet = { path: '/health', port: 'http' };
    expect(readiness({ httpGet: { ...httpGet, scheme: 'HTTPS' } })).toMatchObject({ scheme: 'HTTPS' });
    expect(readiness({ httpGet: { ...httpGet, scheme: 'HTTP' } })).toMatchObject({ scheme: 'HTTP' });
    expect(readiness({ httpGet: { ...httpGet, scheme: 'FTP' } })).not.toHaveProperty('scheme');
  });

  it('is none without a port', () => {
    expect(readiness({ httpGet: { path: '/' } })).toBeUndefined();
  });
});

it('a check is by connecting or by a command too', () => {
  expect(readiness({ tcpSocket: { port: 9092 } })).toEqual({ type: 'tcp', port: 9092 });
  expect(readiness({ exec: { command: ['true'] } })).toEqual({ type: 'command', command: ['true'] });
  expect(readiness({})).toBeUndefined();
});

it('the three probes of a container are told apart, each with its times', () => {
  const times = { initialDelaySeconds: 1, periodSeconds: 2, timeoutSeconds: 3, failureThreshold: 4 };
  const wire = {
    startupProbe: { tcpSocket: { port: 1 }, ...times },
    livenessProbe: { tcpSocket: { port: 2 } },
    readinessProbe: { tcpSocket: { port: 3 } },
  };
  const probes = readProbes(wire);
  expect(probes).toEqual({
    startup: { check: { type: 'tcp', port: 1 }, ...times },
    liveness: { check: { type: 'tcp', port: 2 } },
    readiness: { check: { type: 'tcp', port: 3 } },
  });
  expect(writeProbes(probes ?? {})).toEqual(wire);
  expect(readProbes({})).toBeUndefined();
});
