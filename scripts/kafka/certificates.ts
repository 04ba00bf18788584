import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../project';
import type { Settings } from './settings';

/** The password of all stores: they guard nothing. */
const PASSWORD = 'changeit';

/** A CA of a Kafka cluster, which signs for its brokers and its users. */
export class Authority {
  private readonly certificate: string;
  private readonly key: string;

  /** @param folder - what the Secrets of the cluster would hold, a folder each */
  constructor(
    private readonly folder: string,
    cluster: string,
  ) {
    const own = secretFolder(folder, `${cluster}-cluster-ca-cert`);
    this.certificate = join(own, 'ca.crt');
    this.key = join(own, 'ca.key');
    openssl([
      'req',
      '-x509',
      ...NEW_KEY,
      '-keyout',
      this.key,
      '-out',
      this.certificate,
      '-days',
      '2',
      '-subj',
      `/CN=${cluster}-ca`,
    ]);
    const store = ['-keystore', join(own, 'ca.p12'), '-storetype', 'PKCS12', '-storepass', PASSWORD];
    must('keytool', ['-importcert', '-noprompt', '-alias', 'ca', '-file', this.certificate, ...store]);
  }

  /** Makes the Secret of a user, or of brokers that are reached at this machine's own address, once. */
  issue(secret: string, commonName = secret): void {
    if (existsSync(join(this.folder, secret))) return;
    const own = secretFolder(this.folder, secret);
    const [key, request, certificate, names] = ['user.key', 'user.csr', 'user.crt', 'names'].map((file) =>
      join(own, file),
    ) as [string, string, string, string];
    writeFileSync(names, 'subjectAltName=DNS:localhost,IP:127.0.0.1\n');
    openssl(['req', ...NEW_KEY, '-keyout', key, '-out', request, '-subj', `/CN=${commonName}`]);
    const signer = ['-CA', this.certificate, '-CAkey', this.key, '-CAcreateserial', '-days', '2', '-extfile', names];
    openssl(['x509', '-req', '-in', request, ...signer, '-out', certificate]);
    const parts = ['-in', certificate, '-inkey', key, '-certfile', this.certificate];
    openssl([
      'pkcs12',
      '-export',
      ...parts,
      '-name',
      secret,
      '-out',
      join(own, 'user.p12'),
      '-passout',
      `pass:${PASSWORD}`,
    ]);
  }
}

/** The settings of a Kafka client, or a broker, that finds its CA and its certificate in these Secrets. */
export function tlsSettings(folder: string, trust: string, credentials: string): Settings {
  return {
    'ssl.truststore.type': 'PKCS12',
    'ssl.truststore.location': join(folder, trust, 'ca.p12'),
    'ssl.truststore.password': PASSWORD,
    'ssl.keystore.type': 'PKCS12',
    'ssl.keystore.location': join(folder, credentials, 'user.p12'),
    'ssl.keystore.password': PASSWORD,
    'ssl.key.password': PASSWORD,
  };
}

const NEW_KEY = ['-newkey', 'rsa:2048', '-nodes'];

function secretFolder(folder: string, secret: string): string {
  const own = join(folder, secret);
  mkdirSync(own, { recursive: true });
  return own;
}

function openssl(args: readonly string[]): void {
  must('openssl', args);
}

function must(command: string, args: readonly string[]): void {
  const { ok, stderr, stdout } = run(command, args);
  if (!ok) throw new Error(`${command} ${args[0] ?? ''}: ${stderr || stdout}`);
}
