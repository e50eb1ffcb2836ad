import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';

export interface ConstructionOptions {
  /** Where the server is, e.g. http://127.0.0.1:40123 */
  readonly url: string;
  /** Folders of extensions to load in development mode. */
  readonly extensions?: readonly string[];
  /** A module whose run() is called in the extension host. Modal dialogs are refused while one is set. */
  readonly extensionTests?: string;
  /** Where settings, keybindings and the like of the user are. By default, the server's own. */
  readonly userDataDir?: string;
  /** Whether folders have to be trusted. */
  readonly isRestricted?: boolean;
  /** Ids of extensions that log as much as they do at the level Debug. */
  readonly extensionsToDebug?: readonly string[];
}

interface RemoteUri {
  readonly $mid: 1;
  readonly scheme: 'vscode-remote';
  readonly authority: string;
  readonly path: string;
}

interface PageOptions {
  readonly developmentOptions: {
    readonly extensions?: RemoteUri[];
    readonly extensionTestsPath?: RemoteUri;
    readonly extensionLogLevel: readonly (readonly [id: string, level: number])[];
  };
  readonly userDataPath: string | undefined;
  readonly enableWorkspaceTrust: boolean;
}

/** vscode.LogLevel.Debug */
const debugLogLevel = 2;

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
    options['productConfiguration'] = product;
    const { developmentOptions } = options;
    options['developmentOptions'] = {
      ...(isRecord(developmentOptions) ? developmentOptions : {}),
      ...wanted.developmentOptions,
    };
    options['enableWorkspaceTrust'] = wanted.enableWorkspaceTrust;
    options['userDataPath'] = wanted.userDataPath ?? options['userDataPath'];
    meta?.setAttribute('data-settings', JSON.stringify(options));
  };
  document.addEventListener('readystatechange', change);
  // The page asks the server for half of the key that seals its secrets. Without an answer they would live in memory only,
  // until the next reload.
  const fetch = window.fetch.bind(window);
  const halfKey = new Uint8Array(32).fill(7);
  window.fetch = (resource, options) =>
    resource === '/mint-key' ? Promise.resolve(new Response(halfKey)) : fetch(resource, options);
}

/**
 * Changes the workbench's construction options whenever the page loads, after it's parsed and before its module scripts run.
 * Of the ways to load an extension from a folder it is the only one that works in every version and leaves toasts and
 * modals as they are. Rewriting the document in transit doesn't work: Chromium then blocks its web sockets to 127.0.0.1 as an
 * attack, and Playwright turns the cache off wherever requests are routed.
 */
export async function setConstructionOptions(page: Page, options: ConstructionOptions): Promise<void> {
  const { url, extensions = [], extensionTests, userDataDir, isRestricted = false, extensionsToDebug = [] } = options;
  const authority = new URL(url).host;
  const uri = (file: string): RemoteUri => ({
    $mid: 1,
    scheme: 'vscode-remote',
    authority,
    path: decodeURIComponent(pathToFileURL(file).pathname),
  });
  await page.addInitScript(patchConstructionOptions, {
    developmentOptions: {
      ...(extensions.length === 0 ? {} : { extensions: extensions.map(uri) }),
      ...(extensionTests === undefined ? {} : { extensionTestsPath: uri(extensionTests) }),
      extensionLogLevel: extensionsToDebug.map((id) => [id, debugLogLevel] as const),
    },
    userDataPath: userDataDir,
    enableWorkspaceTrust: isRestricted,
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
