import type { Probe, ProbeCheck, Probes } from '../../model/client';
import { defined } from '../common/codec';
import type { Fitting, Shape } from '../common/shape';

const PROBE = {
  httpGet: { path: 'text', port: 'intOrString', scheme: 'text' },
  tcpSocket: { port: 'intOrString' },
  exec: { command: ['text'] },
  initialDelaySeconds: 'number',
  periodSeconds: 'number',
  timeoutSeconds: 'number',
  failureThreshold: 'number',
} as const satisfies Shape;
/** What readers take the probes of a container for. */
export const PROBES_SHAPE = {
  startupProbe: PROBE,
  livenessProbe: PROBE,
  readinessProbe: PROBE,
} as const satisfies Shape;

type WireProbe = Fitting<typeof PROBE>;
type WireProbes = Fitting<typeof PROBES_SHAPE>;

/** Spells probes. */
export function writeProbes({ startup, liveness, readiness }: Probes): WireProbes {
  return defined({
    startupProbe: startup && writeProbe(startup),
    livenessProbe: liveness && writeProbe(liveness),
    readinessProbe: readiness && writeProbe(readiness),
  });
}

/** Reads probes; a check that the model does not know is kept by the codec. */
export function readProbes({ startupProbe, livenessProbe, readinessProbe }: WireProbes): Probes | undefined {
  const probes: Probes = defined({
    startup: readProbe(startupProbe),
    liveness: readProbe(livenessProbe),
    readiness: readProbe(readinessProbe),
  });
  return Object.keys(probes).length > 0 ? probes : undefined;
}

function writeProbe({ check, ...times }: Probe): WireProbe {
  const { initialDelaySeconds, periodSeconds, timeoutSeconds, failureThreshold } = times;
  return defined({ ...writeCheck(check), initialDelaySeconds, periodSeconds, timeoutSeconds, failureThreshold });
}

function readProbe(wire: WireProbe | undefined): Probe | undefined {
  const check = wire && readCheck(wire);
  if (!check) return undefined;
  const { initialDelaySeconds, periodSeconds, timeoutSeconds, failureThreshold } = wire;
  return defined({ check, initialDelaySeconds, periodSeconds, timeoutSeconds, failureThreshold });
}

function writeCheck(check: ProbeCheck): WireProbe {
  switch (check.type) {
    case 'http': {
      const { path, port, scheme } = check;
      return { httpGet: defined({ path, port, scheme }) };
    }
    case 'tcp':
      return { tcpSocket: { port: check.port } };
    case 'command':
      return { exec: { command: [...check.command] } };
  }
}

function readCheck({ httpGet, tcpSocket, exec }: WireProbe): ProbeCheck | undefined {
  if (httpGet?.port !== undefined) {
    const { path = '/', port } = httpGet;
    const scheme = httpGet.scheme === 'HTTP' || httpGet.scheme === 'HTTPS' ? httpGet.scheme : undefined;
    return defined<ProbeCheck>({ type: 'http', path, port, scheme });
  }
  if (tcpSocket?.port !== undefined) return { type: 'tcp', port: tcpSocket.port };
  return exec?.command && { type: 'command', command: exec.command };
}
