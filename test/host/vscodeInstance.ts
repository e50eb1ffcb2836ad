import * as path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { extensionId } from '../../src/platform/ids';
import { newContext } from './browser';
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

interface OpenWindow {
  readonly context: BrowserContext;
  readonly page: Page;
}

/**
 * VS Code as one user has it: settings, secrets and state of its own, and a window. Server and browser are shared by all the
 * instances of this process.
 */
export class VSCodeInstance {
  private constructor(
    private options: VSCodeOptions,
    readonly vscode: InstalledVSCode,
    readonly server: Server,
    readonly userDataDir: string,
    private window: OpenWindow,
  ) {}

  static async open(options: VSCodeOptions): Promise<VSCodeInstance> {
    const { version, extension, displayLanguage, keybindings } = options;
    const vsix = extension.kind === 'vsix' ? path.resolve(extension.file) : undefined;
    const { vscode, server } = await sharedServer({ version, vsix, displayLanguage });
    const userDataDir = temporaryFolder('user');
    writeUserSettings(userDataDir, userSettings(vscode, options));
    writeKeybindings(userDataDir, keybindings ?? []);
    const window = await openWindow(server, userDataDir, options);
    return new VSCodeInstance(options, vscode, server, userDataDir, window);
  }

  get context(): BrowserContext {
    return this.window.context;
  }

  /** The window. Another object after each restart. */
  get page(): Page {
    return this.window.page;
  }

  /** As when a user quits VS Code and starts it again: every window is closed, one is opened, secrets and state are kept. */
  async restart(): Promise<Page> {
    const { context } = this;
    const closing = context.pages();
    const page = await context.newPage();
    await Promise.all(closing.map((each) => each.close()));
    await page.goto(windowUrl(this.server.url, this.options.folder), { waitUntil: 'commit' });
    this.window = { context, page };
    return page;
  }

  /** As on a new computer: no secrets and no state. The settings stay. */
  async startFresh(): Promise<Page> {
    await this.context.close();
    this.window = await openWindow(this.server, this.userDataDir, this.options);
    return this.page;
  }

  /** Seen by a window after its next restart. */
  changeSettings(change: { readonly settings?: Settings; readonly colorTheme?: ColorTheme }): void {
    this.options = { ...this.options, ...change };
    writeUserSettings(this.userDataDir, userSettings(this.vscode, this.options));
  }

  async close(): Promise<void> {
    await this.context.close();
    removeFolder(this.userDataDir);
  }
}

function userSettings(
  vscode: InstalledVSCode,
  { settings, colorTheme, isRestricted = false }: VSCodeOptions,
): Settings {
  const theme = colorTheme === undefined ? {} : { 'workbench.colorTheme': vscode.colorThemes[colorTheme] };
  return { ...theme, ...(isRestricted ? restrictedSettings : {}), ...settings };
}

async function openWindow(server: Server, userDataDir: string, options: VSCodeOptions): Promise<OpenWindow> {
  const { extension, testExtensions = [], folder, isRestricted = false } = options;
  const extensions = [...(extension.kind === 'folder' ? [path.resolve(extension.path)] : []), ...testExtensions];
  const context = await newContext();
  await setConstructionOptions(context, {
    url: server.url,
    extensions,
    userDataDir,
    isRestricted,
    // So that a line is written for every request, and a search for secrets in the logs has something to search.
    extensionsToDebug: [extensionId],
  });
  const page = await context.newPage();
  await page.goto(windowUrl(server.url, folder), { waitUntil: 'commit' });
  return { context, page };
}
