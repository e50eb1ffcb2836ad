import * as path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { openSession, type BrowserSession } from './browser';
import { setConstructionOptions, windowUrl } from './constructionOptions';
import { installDisplayLanguage } from './displayLanguage';
import { removeFolder, temporaryFolder } from './processes';
import { installVsix, startServer, writeUserSettings, type Server } from './server';
import { restrictedSettings, type Settings } from './settings';
import { setUp, type InstalledVSCode } from './setup';
import type { ColorTheme, VersionName } from './versions';

export type ExtensionUnderTest =
  { readonly kind: 'folder'; readonly path: string } | { readonly kind: 'vsix'; readonly file: string };

export interface WorkbenchOptions {
  readonly version: VersionName;
  readonly extension: ExtensionUnderTest;
  /** Folders of further extensions, which only the tests have. */
  readonly testExtensions?: readonly string[];
  /** User settings beside the quiet ones. */
  readonly settings?: Settings;
  readonly colorTheme?: ColorTheme;
  /** The language VS Code says it is in. Its own texts stay in English. */
  readonly displayLanguage?: string;
  /** The folder that is open, or the URI of a virtual one; without one the windows are empty. */
  readonly folder?: string;
  /** Folders are not trusted, so their windows are in Restricted Mode. */
  readonly isRestricted?: boolean;
  /** A folder for the browser's storage, which then outlives the browser. */
  readonly profile?: string;
  readonly trustedDomains?: readonly string[];
  /** For the server and the extension hosts. */
  readonly env?: Readonly<Record<string, string>>;
}

interface Running {
  readonly server: Server;
  readonly session: BrowserSession;
  readonly page: Page;
}

/** A VS Code in a browser: its server, the browser, and the window that is open. */
export class OpenWorkbench {
  private constructor(
    private options: WorkbenchOptions,
    readonly vscode: InstalledVSCode,
    private parts: Running,
  ) {}

  static async open(options: WorkbenchOptions): Promise<OpenWorkbench> {
    const vscode = await setUp(options.version);
    const dataDir = temporaryFolder('vscode');
    if (options.extension.kind === 'vsix') {
      await installVsix(vscode, dataDir, path.resolve(options.extension.file));
    }
    if (options.displayLanguage !== undefined) {
      installDisplayLanguage(dataDir, options.displayLanguage);
    }
    const server = await start(vscode, dataDir, options);
    try {
      return new OpenWorkbench(options, vscode, { server, ...(await openBrowser(server, options)) });
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  get server(): Server {
    return this.parts.server;
  }

  get context(): BrowserContext {
    return this.parts.session.context;
  }

  /** The first window. Another object after each of the restarts. */
  get page(): Page {
    return this.parts.page;
  }

  get dataDir(): string {
    return this.server.dataDir;
  }

  get logsDir(): string {
    return this.server.logsDir;
  }

  /** A further window beside the first, of the same user. */
  async openSecondWindow(): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(windowUrl(this.server.url, this.options.folder));
    return page;
  }

  /** As when a user quits VS Code and starts it again: every window is closed, one is opened, secrets and state are kept. */
  async restart(): Promise<Page> {
    return this.reopen(this.server);
  }

  /** The same, and the server is another process. */
  async restartServer(): Promise<Page> {
    await this.server.stop();
    return this.reopen(await start(this.vscode, this.dataDir, this.options, this.server.port));
  }

  /** As on a new machine: no secrets, no state. With a profile it is only the browser that ends and starts again. */
  async startAfresh(): Promise<Page> {
    await this.parts.session.close();
    this.parts = { server: this.server, ...(await openBrowser(this.server, this.options)) };
    return this.page;
  }

  /** Windows see it after their next reload: this host does not notice when the file changes. */
  changeSettings(change: { readonly settings?: Settings; readonly colorTheme?: ColorTheme }): void {
    this.options = { ...this.options, ...change };
    writeUserSettings(this.dataDir, userSettings(this.vscode, this.options));
  }

  /** Ends everything and deletes what the server has written. */
  async close(): Promise<void> {
    await this.parts.session.close();
    await this.server.stop();
    removeFolder(this.dataDir);
  }

  private async reopen(server: Server): Promise<Page> {
    const { session } = this.parts;
    const old = session.context.pages();
    // First, because a persistent browser ends with its last page.
    const page = await session.context.newPage();
    await Promise.all(old.map((each) => each.close()));
    await page.goto(windowUrl(server.url, this.options.folder));
    this.parts = { server, session, page };
    return page;
  }
}

export const openWorkbench = (options: WorkbenchOptions): Promise<OpenWorkbench> => OpenWorkbench.open(options);

function userSettings(
  vscode: InstalledVSCode,
  { settings, colorTheme, isRestricted = false }: WorkbenchOptions,
): Settings {
  const theme = colorTheme === undefined ? {} : { 'workbench.colorTheme': vscode.colorThemes[colorTheme] };
  return { ...theme, ...(isRestricted ? restrictedSettings : {}), ...settings };
}

function start(vscode: InstalledVSCode, dataDir: string, options: WorkbenchOptions, port?: number): Promise<Server> {
  return startServer({
    vscode,
    dataDir,
    settings: userSettings(vscode, options),
    env: options.env ?? {},
    isRestricted: options.isRestricted ?? false,
    displayLanguage: options.displayLanguage,
    ...(port === undefined ? {} : { port }),
  });
}

async function openBrowser(server: Server, options: WorkbenchOptions): Promise<Omit<Running, 'server'>> {
  const { extension, testExtensions = [], folder, profile, trustedDomains = [] } = options;
  const session = await openSession(profile);
  const extensions = [...(extension.kind === 'folder' ? [path.resolve(extension.path)] : []), ...testExtensions];
  await setConstructionOptions(session.context, {
    url: server.url,
    trustedDomains,
    ...(extensions.length > 0 ? { extensions } : {}),
  });
  const page = session.context.pages()[0] ?? (await session.context.newPage());
  await page.goto(windowUrl(server.url, folder));
  return { session, page };
}
