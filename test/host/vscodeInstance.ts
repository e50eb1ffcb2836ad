import * as path from 'node:path';
import type { BrowserContext, ConsoleMessage, Page, WebError } from 'playwright-core';
import { extensionId } from '../../src/platform/ids';
import { closePages, emptyBrowser } from './browser';
import { setConstructionOptions, windowUrl } from './constructionOptions';
import { removeFolder, temporaryFolder } from './processes';
import type { Server } from './server';
import { restrictedSettings, type Settings } from './settings';
import type { InstalledVSCode } from './setup';
import { sharedServer } from './sharedServer';
import { writeKeybindings, writeUserSettings, type Keybinding } from './userData';
import type { ColorTheme, VersionName } from './versions';

export type ExtensionUnderTest =
  { readonly kind: 'folder'; readonly path: string } | { readonly kind: 'vsix'; readonly file: string };

export interface VSCodeOptions {
  readonly version: VersionName;
  readonly extension: ExtensionUnderTest;
  /** Folders of further extensions, which only the tests have. */
  readonly testExtensions?: readonly string[];
  /** User settings beside the quiet ones. */
  readonly settings?: Settings;
  readonly keybindings?: readonly Keybinding[];
  readonly colorTheme?: ColorTheme;
  /** The language VS Code says it is in. Its own texts stay in English. */
  readonly displayLanguage?: string;
  /** The folder that is open, or the URI of a virtual one; without one the windows are empty. */
  readonly folder?: string;
  /** Folders are not trusted, so their windows are in Restricted Mode. */
  readonly isRestricted?: boolean;
}

/**
 * VS Code as one user has it: settings, secrets and state of its own, and a window. Server and browser are shared by all the
 * instances of this process.
 */
export class VSCodeInstance {
  readonly #console: string[] = [];

  private constructor(
    private options: VSCodeOptions,
    readonly vscode: InstalledVSCode,
    readonly server: Server,
    readonly userDataDir: string,
    readonly browser: BrowserContext,
    private window: Page,
  ) {
    browser.on('console', this.#writeMessage);
    browser.on('weberror', this.#writeError);
  }

  static async open(options: VSCodeOptions): Promise<VSCodeInstance> {
    const { version, extension, displayLanguage, keybindings } = options;
    const vsix = extension.kind === 'vsix' ? path.resolve(extension.file) : undefined;
    const { vscode, server } = await sharedServer({ version, vsix, displayLanguage });
    const userDataDir = temporaryFolder('user');
    writeUserSettings(userDataDir, userSettings(vscode, options));
    writeKeybindings(userDataDir, keybindings ?? []);
    const browser = await emptyBrowser(server.url);
    const instance = new VSCodeInstance(options, vscode, server, userDataDir, browser, await browser.newPage());
    await instance.load();
    return instance;
  }

  /** The window. Another object after each restart. */
  get page(): Page {
    return this.window;
  }

  /** Everything that VS Code and its extensions wrote to the console of a window. */
  console(): string {
    return this.#console.join('\n');
  }

  /** As when a user quits VS Code and starts it again: every window is closed, one is opened, secrets and state are kept. */
  async restart(): Promise<Page> {
    await closePages(this.browser);
    this.window = await this.browser.newPage();
    await this.load();
    return this.window;
  }

  /** As on a new computer: no secrets and no state. The settings stay. */
  async startFresh(): Promise<Page> {
    await emptyBrowser(this.server.url);
    return this.restart();
  }

  /** Seen by a window after its next restart. */
  changeSettings(change: { readonly settings?: Settings; readonly colorTheme?: ColorTheme }): void {
    this.options = { ...this.options, ...change };
    writeUserSettings(this.userDataDir, userSettings(this.vscode, this.options));
  }

  async close(): Promise<void> {
    await closePages(this.browser);
    this.browser.off('console', this.#writeMessage);
    this.browser.off('weberror', this.#writeError);
    removeFolder(this.userDataDir);
  }

  readonly #writeMessage = (message: ConsoleMessage) => {
    this.#console.push(message.text());
  };

  readonly #writeError = (error: WebError) => {
    this.#console.push(error.error().stack ?? String(error.error()));
  };

  private async load(): Promise<void> {
    const { extension, testExtensions = [], folder, isRestricted = false } = this.options;
    const { url } = this.server;
    await setConstructionOptions(this.window, {
      url,
      extensions: [...(extension.kind === 'folder' ? [path.resolve(extension.path)] : []), ...testExtensions],
      userDataDir: this.userDataDir,
      isRestricted,
      // So that a line is written for every request, and a search for secrets in the logs has something to search.
      extensionsToDebug: [extensionId],
    });
    await this.window.goto(windowUrl(url, folder), { waitUntil: 'commit' });
  }
}

function userSettings(
  vscode: InstalledVSCode,
  { settings, colorTheme, isRestricted = false }: VSCodeOptions,
): Settings {
  const theme = colorTheme === undefined ? {} : { 'workbench.colorTheme': vscode.colorThemes[colorTheme] };
  return { ...theme, ...(isRestricted ? restrictedSettings : {}), ...settings };
}
