import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { makeSelfSigned } from '../unit/api/selfSigned';
import type { Certificate } from './suite/protocol';

/** The hosts that tests reach over TLS: directly, and through a proxy alone. */
export const trustedHosts = { direct: 'localhost', behindProxy: 'behind.the.proxy.invalid' } as const;

export interface TrustedCertificates {
  /** By host. */
  readonly certificates: Readonly<Record<string, Certificate>>;
  /** Makes the Node of a VS Code that is started with it trust them. */
  readonly env: Readonly<Record<string, string>>;
}

/** Makes a certificate for each of the hosts, and puts them into a folder for the VS Code that is to trust them. */
export function makeTrustedCertificates(folder: string): TrustedCertificates {
  const certificates = Object.fromEntries(Object.values(trustedHosts).map((host) => [host, makeSelfSigned(host)]));
  const file = path.join(folder, 'trusted.pem');
  writeFileSync(
    file,
    Object.values(certificates)
      .map(({ cert }) => cert)
      .join('\n'),
  );
  return { certificates, env: { NODE_EXTRA_CA_CERTS: file } };
}
