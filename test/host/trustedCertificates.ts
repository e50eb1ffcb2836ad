import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { makeSelfSigned } from '../unit/api/http/selfSigned';
import type { Certificate } from './suite/protocol';

/** The hosts that tests reach over TLS: directly, and only through a proxy. */
export const trustedHosts = { direct: 'localhost', behindProxy: 'behind.the.proxy.invalid' } as const;

export interface TrustedCertificates {
  /** By host. */
  readonly certificates: Readonly<Record<string, Certificate>>;
  /** Makes the Node.js of a VS Code started with this trust them. */
  readonly env: Readonly<Record<string, string>>;
}

/** Creates a certificate for each host in a folder for the VS Code that will trust them. */
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
