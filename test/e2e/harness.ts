import { strict as assert } from 'node:assert';
import * as path from 'node:path';
import { projectRoot } from '../host/projectRoot';
import { isVersionName, type ColorTheme, type VersionName } from '../host/versions';
import type { Settings } from '../host/settings';
import { VSCodeInstance, type ExtensionUnderTest } from '../host/vscodeInstance';
import { vsixFile } from '../host/vsix';
import { believableLab } from '../sandbox/labs/believable';
import { tokens } from '../sandbox/labs/people';
import type { Lab } from '../sandbox/model';
import type { RequestRecord } from '../sandbox/http/requestLog';
import { startSandbox, type Sandbox } from '../sandbox/sandbox';
import { withIdsOfItsOwn } from './labIds';
import { leaksInFolder, leaksInText } from './leaks';
import { Workbench } from './workbench';
import { eventually } from './workbench/eventually';
import { keybindings } from './workbench/shortcuts';
import type { HoverOptions } from './workbench/treeView';

export const container = 'Prolific';
export const view = 'Workspaces';
/** The title of the box that asks for the token. */
export const signInTitle = 'Sign In to Prolific';

/** How the harness recognizes where it is. */
export interface Landmarks {
  readonly container: string;
  readonly view: string;
  readonly signInTitle: string;
  /** What the view says while nobody is signed in. */
  readonly signedOutWelcome: string;
}

const englishLandmarks: Landmarks = { container, view, signInTitle, signedOutWelcome: 'Sign in with an API token' };

/** What runs: which VS Code, and the extension from its folder or as it is installed from its package. */
export interface Setup {
  readonly version: VersionName;
  readonly from: 'folder' | 'vsix';
}

export function setupFromEnv(): Setup {
  const version = process.env['PROLIFIC_E2E_VERSION'] ?? 'newest';
  if (!isVersionName(version)) {
    throw new Error(`PROLIFIC_E2E_VERSION is ${version}`);
  }
  return { version, from: process.env['PROLIFIC_E2E_FROM'] === 'folder' ? 'folder' : 'vsix' };
}

export interface Beginning {
  /** What Prolific has. By default, the believable lab. */
  readonly lab?: () => Lab;
  /** By default, Ada is signed in. */
  readonly start?: 'signedIn' | 'signedOut';
  /** Uses a new computer, without anything from earlier tests. Takes five seconds instead of half of one. */
  readonly freshWindow?: boolean;
}

export interface HarnessOptions extends Beginning {
  readonly setup?: Setup;
  /** The extension, if it isn't the one that is to be shipped. */
  readonly extension?: ExtensionUnderTest;
  readonly displayLanguage?: string;
  readonly landmarks?: Landmarks;
  /** Folders of further extensions, which only the tests have. */
  readonly testExtensions?: readonly string[];
  readonly colorTheme?: ColorTheme;
  /** What is open, and how: see VSCodeOptions. */
  readonly folder?: string;
  readonly isRestricted?: boolean;
}

/** A VS Code with the extension, and the sandbox in place of Prolific. */
export class Harness {
  private readonly addresses = new Set<string>();
  private readonly links = new Set<string>();
  private readonly landmarks: Landmarks;
  private beginnings = 0;
  private windowState: 'fresh' | 'used' | 'inDoubt' = 'fresh';

  private constructor(
    private readonly options: HarnessOptions,
    readonly setup: Setup,
    readonly sandbox: Sandbox,
    readonly vscode: VSCodeInstance,
    public window: Workbench,
  ) {
    this.landmarks = options.landmarks ?? englishLandmarks;
  }

  static async open(options: HarnessOptions = {}): Promise<Harness> {
    const { setup = setupFromEnv(), extension = extensionOf(setup), colorTheme = 'dark', ...others } = options;
    const sandbox = await startSandbox();
    const settings = { 'prolific.apiUrl': sandbox.origin };
    const { version } = setup;
    const vscode = await VSCodeInstance.open({ ...others, version, extension, settings, keybindings, colorTheme });
    const harness = new Harness(options, setup, sandbox, vscode, new Workbench(vscode.page));
    await harness.windowIsReady();
    return harness;
  }

  get tree() {
    return this.window.tree(this.landmarks.view);
  }

  /** The requests since the last look, as `PATCH /workspaces/…/`. */
  requests(): readonly string[] {
    return this.sandbox.requests.map(({ method, path: address }) => `${method} ${withoutIds(address)}`);
  }

  requestsOf(method: string): readonly RequestRecord[] {
    return this.sandbox.requests.filter((request) => request.method === method);
  }

  /** Brings the window to the state in which a test begins, whatever the previous one did. */
  async begin(beginning: Beginning = {}): Promise<void> {
    const { lab = believableLab, start = 'signedIn', freshWindow = false } = { ...this.options, ...beginning };
    this.rememberInvitations();
    this.beginnings += 1;
    this.sandbox.reset(withIdsOfItsOwn(lab(), this.beginnings));
    if (this.windowState === 'inDoubt' || (freshWindow && this.windowState === 'used')) {
      await this.startFresh();
    } else if (this.windowState === 'used') {
      await this.window.closeEverything();
      await this.signOut();
    }
    this.windowState = 'used';
    if (start === 'signedIn') {
      await this.signIn();
    } else {
      await this.tree.hasWelcome(this.landmarks.signedOutWelcome);
    }
    this.sandbox.clearRequests();
  }

  /** The next test gets a new window. For what a test leaves behind that signing out doesn't clear, and for one that failed. */
  abandonWindow(): void {
    this.windowState = 'inDoubt';
  }

  /** Seen after a restart. The next test has the first settings again. */
  changeSettings(settings: Settings): void {
    this.vscode.changeSettings({ settings });
    this.abandonWindow();
  }

  /** Ada, through the box. */
  async signIn(token: string = tokens.ada): Promise<void> {
    await this.window.pressShortcut('signIn');
    await this.window.quickInput.answer(token, this.landmarks.signInTitle);
    await this.tree.hasRows();
    await this.window.quickInput.isGone();
  }

  /** The next test has accounts of its own, so links that are kept are not in its way. */
  private async signOut(): Promise<void> {
    const { dialog } = this.window;
    const { signedOutWelcome } = this.landmarks;
    if ((await this.tree.welcome()).includes(signedOutWelcome)) {
      return;
    }
    await this.window.pressShortcut('signOut');
    // Where links are kept, it asks what to do with them.
    const isAskedOrDone = async () => ((await dialog.isOpen()) ? 'asked' : await this.tree.welcome());
    const seen = await eventually(
      'a question or nobody signed in',
      isAskedOrDone,
      (text) => text === 'asked' || text.includes(signedOutWelcome),
    );
    if (seen === 'asked') {
      await dialog.pressFirst();
      await this.tree.hasWelcome(signedOutWelcome);
    }
  }

  /** VS Code is quit and started again. */
  async restart(): Promise<void> {
    this.window = new Workbench(await this.vscode.restart());
    await this.windowIsReady();
  }

  private async startFresh(): Promise<void> {
    this.vscode.changeSettings({ settings: { 'prolific.apiUrl': this.sandbox.origin } });
    this.window = new Workbench(await this.vscode.startFresh());
    await this.windowIsReady();
  }

  /** Asserts that no token, invited address, or invite link is in a log, a file of the server, or a console. */
  async assertNoLeaks(): Promise<void> {
    if (this.options.start === 'signedOut') {
      // Perhaps nobody has signed in yet, and nothing would be logged.
      await this.begin({ start: 'signedIn' });
    }
    this.rememberInvitations();
    const secrets = { token: Object.values(tokens), address: [...this.addresses], link: [...this.links] };
    const { vscode } = this;
    const { server, userDataDir } = vscode;
    assert.deepEqual(
      [
        ...leaksInFolder(server.dataDir, secrets),
        ...leaksInFolder(userDataDir, secrets),
        ...leaksInText('the output of the server', server.output(), secrets),
        ...leaksInText('the console', vscode.console(), secrets),
      ],
      [],
    );
    const inLogs = leaksInFolder(server.logsDir, { 'a path that is logged': ['/api/v1/users/me/'] });
    assert.notDeepEqual(inLogs, [], 'the search does not see the log of the extension');
  }

  async screenshot(name: string, options?: HoverOptions): Promise<void> {
    const { version, from } = this.setup;
    await this.window.screenshot(
      path.join(projectRoot, 'test', 'e2e', 'screenshots', `${version}-${from}`, `${name}.png`),
      options,
    );
  }

  async close(): Promise<void> {
    await this.vscode.close();
    await this.sandbox.stop();
  }

  private rememberInvitations(): void {
    for (const { address, link } of this.sandbox.invitationsSent) {
      this.addresses.add(address);
      this.links.add(link);
    }
  }

  private async windowIsReady(): Promise<void> {
    await this.window.ready(this.landmarks.container);
    await this.window.showExtension(this.landmarks.container);
  }
}

function extensionOf({ from }: Setup): ExtensionUnderTest {
  return from === 'vsix' ? { kind: 'vsix', file: vsixFile } : { kind: 'folder', path: projectRoot };
}

function withoutIds(address: string): string {
  return address.replace('/api/v1', '').replace(/[0-9a-f]{24}/g, ':id');
}
