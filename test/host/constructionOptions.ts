import { pathToFileURL } from 'node:url';
import type { BrowserContext } from 'playwright-core';
import type { Settings } from './settings';

export interface ConstructionOptions {
  /** Where the server is, e.g. http://127.0.0.1:40123 */
  readonly url: string;
  /** Folders of extensions to load in development mode. */
  readonly extensions?: readonly string[];
  /** A module whose run() is called in the extension host. Modal dialogs are refused while one is set. */
  readonly extensionTests?: string;
  readonly configurationDefaults?: Settings;
  /** Origins that open without VS Code's question first. */
  readonly trustedDomains?: readonly string[];
}

interface RemoteUri {
  readonly $mid: 1;
  readonly scheme: 'vscode-remote';
  readonly authority: string;
  readonly path: string;
}

interface PageOptions {
  readonly developmentOptions: { readonly extensions?: RemoteUri[]; readonly extensionTestsPath?: RemoteUri };
  readonly configurationDefaults: Settings;
  readonly trustedDomains: readonly string[];
}

const secretKeyHalf = Buffer.alloc(32, 7);

/** Runs in the page, so it may use nothing from outside of itself. */
function patchConstructionOptions(wanted: PageOptions): void {
  if (window !== window.top) {
    return;
  }
  const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
  const change = () => {
    const meta = document.getElementById('vscode-workbench-web-configuration');
    const options: unknown = JSON.parse(meta?.getAttribute('data-settings') ?? 'null');
    if (document.readyState !== 'interactive' || !isRecord(options)) {
      return;
    }
    const product = isRecord(options['productConfiguration']) ? { ...options['productConfiguration'] } : {};
    // Else the page asks a gallery on the internet.
    delete product['extensionsGallery'];
    delete product['updateEndpoint'];
    delete product['telemetryEndpoint'];
    product['enableTelemetry'] = false;
    const trusted: unknown = product['linkProtectionTrustedDomains'];
    const domains: unknown[] = Array.isArray(trusted) ? trusted : [];
    product['linkProtectionTrustedDomains'] = [...domains, ...wanted.trustedDomains];
    options['productConfiguration'] = product;
    for (const key of ['developmentOptions', 'configurationDefaults'] as const) {
      const given = options[key];
      options[key] = { ...(isRecord(given) ? given : {}), ...wanted[key] };
    }
    meta?.setAttribute('data-settings', JSON.stringify(options));
  };
  document.addEventListener('readystatechange', change);
}

/**
 * Changes the workbench's construction options in every page of the context, after the page is parsed and before its module
 * scripts run. Of the ways to load an extension from a folder it is the only one that works in every version and leaves toasts and
 * modals as they are. Rewriting the document on its way would not do: Chromium then takes its web sockets to 127.0.0.1 for an attack.
 */
export async function setConstructionOptions(
  context: BrowserContext,
  construction: ConstructionOptions,
): Promise<void> {
  const { url, extensions, extensionTests, configurationDefaults = {}, trustedDomains = [] } = construction;
  const { origin, host: authority } = new URL(url);
  const uri = (file: string): RemoteUri => ({
    $mid: 1,
    scheme: 'vscode-remote',
    authority,
    path: decodeURIComponent(pathToFileURL(file).pathname),
  });
  // One half of the key that seals the secrets. Without an answer they would live in memory only, until the next reload.
  await context.route(
    (each) => each.origin === origin && each.pathname === '/mint-key',
    (route) => route.fulfill({ contentType: 'application/octet-stream', body: secretKeyHalf }),
  );
  await context.addInitScript(patchConstructionOptions, {
    developmentOptions: {
      ...(extensions === undefined ? {} : { extensions: extensions.map(uri) }),
      ...(extensionTests === undefined ? {} : { extensionTestsPath: uri(extensionTests) }),
    },
    configurationDefaults,
    trustedDomains,
  });
}

/** The address of a window, empty or with a folder open: one on the disk, or a URI of another scheme. */
export function windowUrl(url: string, folder?: string): string {
  if (folder === undefined) {
    return `${url}/?ew=true`;
  }
  const isUri = /^[a-z]{2,}:\//.test(folder);
  return `${url}/?folder=${encodeURIComponent(isUri ? folder : decodeURIComponent(pathToFileURL(folder).pathname))}`;
}
