/**
 * Codes with which Node.js rejects a server's certificate before anything is sent. (Node.js documentation: tls, X509
 * certificate error codes)
 */
const certificateCodes: ReadonlySet<string> = new Set([
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_CRL',
  'UNABLE_TO_DECRYPT_CERT_SIGNATURE',
  'UNABLE_TO_DECRYPT_CRL_SIGNATURE',
  'UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY',
  'CERT_SIGNATURE_FAILURE',
  'CRL_SIGNATURE_FAILURE',
  'CERT_NOT_YET_VALID',
  'CERT_HAS_EXPIRED',
  'CRL_NOT_YET_VALID',
  'CRL_HAS_EXPIRED',
  'ERROR_IN_CERT_NOT_BEFORE_FIELD',
  'ERROR_IN_CERT_NOT_AFTER_FIELD',
  'ERROR_IN_CRL_LAST_UPDATE_FIELD',
  'ERROR_IN_CRL_NEXT_UPDATE_FIELD',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_CHAIN_TOO_LONG',
  'CERT_REVOKED',
  'INVALID_CA',
  'PATH_LENGTH_EXCEEDED',
  'INVALID_PURPOSE',
  'CERT_UNTRUSTED',
  'CERT_REJECTED',
  'HOSTNAME_MISMATCH',
  'ERR_TLS_CERT_ALTNAME_FORMAT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/**
 * Codes that only occur before a connection is established. Others, such as EHOSTUNREACH, can also end an established
 * one.
 */
const codesBeforeConnection: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

const brokenConnectionCodes: ReadonlySet<string> = new Set(['ECONNRESET', 'ECONNABORTED', 'EPIPE']);

const callsBeforeConnection: ReadonlySet<string> = new Set(['connect', 'getaddrinfo']);

/** A header, and so the token, contains a character that can't be sent. */
const unsendable = 'ERR_INVALID_CHAR';

export function isCertificateCode(code: string): boolean {
  return certificateCodes.has(code);
}

/** Whether the request certainly never left this machine. `syscall` is missing if several addresses were tried. */
export function wasNeverSent(code: string | undefined, syscall: string | undefined): boolean {
  if (syscall !== undefined) {
    return callsBeforeConnection.has(syscall);
  }
  return code !== undefined && (codesBeforeConnection.has(code) || code === unsendable || isCertificateCode(code));
}

/** Whether a connection that stood has ended, as one does that the server closed while it was idle. */
export function isBrokenConnection(code: string | undefined): boolean {
  return code !== undefined && brokenConnectionCodes.has(code);
}

/** Whether the network may behave differently next time. */
export function isWorthRetrying(code: string | undefined): boolean {
  return code !== unsendable;
}
