// Certificates of the tests' own: made when they are needed, and gone with the test.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

export interface CertificateFiles {
  certificate: string;
  key: string;
}

/** A certificate for this machine that names itself, with its key, in files of a folder. */
export function selfSigned(
  folder: string,
  name: string,
  hosts = 'DNS:localhost,IP:127.0.0.1',
): CertificateFiles {
  const files = { certificate: join(folder, `${name}.pem`), key: join(folder, `${name}.key`) };
  const request = [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
  ];
  const about = ['-days', '2', '-subj', `/CN=${name}`];
  const out = [
    '-addext',
    `subjectAltName=${hosts}`,
    '-keyout',
    files.key,
    '-out',
    files.certificate,
  ];
  execFileSync('openssl', [...request, ...about, ...out], { stdio: 'pipe' });
  return files;
}

/** The flags by which a server serves with it. */
export const flags = ({ certificate, key }: CertificateFiles) => [
  '--tls-cert',
  certificate,
  '--tls-key',
  key,
];
