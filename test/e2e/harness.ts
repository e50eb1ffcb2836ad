import * as path from 'node:path';
import { openWorkbench, type OpenWorkbench } from '../host/openWorkbench';
import { projectRoot } from '../host/projectRoot';
import { isVersionName, type VersionName } from '../host/versions';
import { vsixFile } from '../host/vsix';
import { tokens } from '../sandbox/labs/people';
import type { Lab } from '../sandbox/model';
import { startSandbox, type Sandbox } from '../sandbox/sandbox';
import type { RequestRecord } from '../sandbox/http/requestLog';
import { leaksInFolder, leaksInText, type Leak, type Secrets } from './leaks';
import { Workbench } from './workbench';
import type { HoverOptions } from './workbench/treeView';

export const container = 'Prolific';
export const view = 'Workspaces';
/** The title of the box that asks for the token. */
export const signInTitle = 'Sign In to Prolific';

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

export interface HarnessOptions {
  readonly setup?: Setup;
  /** Folders of further extensions, which only the tests have. */
  readonly testExtensions?: readonly string[];
  /** What is open, and how: see WorkbenchOptions. */
  readonly folder?: string;
  readonly isRestricted?: boolean;
}

/** A VS Code with the extension and the sandbox behind it: what the end-to-end tests play on. */
export class Harness {
  /** Everything that VS Code and the extension wrote to a console. */
  private readonly console: string[] = [];
  private readonly addresses = new Set<string>();
  private readonly links = new Set<string>();

  private constructor(
    readonly setup: Setup,
    readonly sandbox: Sandbox,
    readonly vscode: OpenWorkbench,
    public window: Workbench,
  ) {
    this.listen();
  }

  static async open({ setup = setupFromEnv(), ...options }: HarnessOptions = {}): Promise<Harness> {
    const sandbox = await startSandbox();

    const vscode = await openWorkbench({
      version: setup.version,
      extension: setup.from === 'vsix' ? { kind: 'vsix', file: vsixFile } : { kind: 'folder', path: projectRoot },
      ...options,
      settings: { 'prolific.apiUrl': sandbox.origin },
      colorTheme: 'dark',
    });
    const harness = new Harness(setup, sandbox, vscode, new Workbench(vscode.page));
    await harness.showView();
    return harness;
  }

  get tree() {
    return this.window.tree(view);
  }

  /** The requests since the last look, as `PATCH /workspaces/…/`. */
  requests(): readonly string[] {
    return this.sandbox.requests.map(({ method, path: address }) => `${method} ${withoutIds(address)}`);
  }

  requestsOf(method: string): readonly RequestRecord[] {
    return this.sandbox.requests.filter((request) => request.method === method);
  }

  /** Ada in a fresh lab, signed in through the box, with her list in the tree. */
  async beginSignedIn(): Promise<void> {
    await this.beginSignedOut();
    await this.signIn();
    await this.tree.has('Perception lab');
    this.sandbox.clearRequests();
  }

  /** Ada, through the box. */
  async signIn(): Promise<void> {
    await this.tree.pressInWelcome('Sign In');
    await this.window.quickInput.answer(tokens.ada, signInTitle);
    await this.window.quickInput.isGone();
  }

  /** A new machine and a fresh lab. */
  async beginSignedOut(lab?: Lab): Promise<void> {
    this.rememberInvitations();
    this.sandbox.reset(lab);
    this.window = new Workbench(await this.vscode.startAfresh());
    this.listen();
    await this.showView();
    await this.tree.hasWelcome('Sign in with an API token');
    await this.window.notifications.clearAll();
  }

  /** VS Code is quit and started again. */
  async restart(): Promise<void> {
    this.window = new Workbench(await this.vscode.restart());
    await this.showView();
  }

  /** Where a token, an address that was invited or an invite link stands in a log, a file of the server or a console. */
  leaks(): readonly Leak[] {
    this.rememberInvitations();
    return this.search({ token: Object.values(tokens), address: [...this.addresses], link: [...this.links] });
  }

  /** Searches all that was written down in this run. */
  search(secrets: Secrets): readonly Leak[] {
    return [
      ...leaksInFolder(this.vscode.dataDir, secrets),
      ...leaksInText('the output of the server', this.vscode.server.output(), secrets),
      ...leaksInText('the console', this.console.join('\n'), secrets),
    ];
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

  private listen(): void {
    this.vscode.context.on('console', (message) => this.console.push(message.text()));
    this.vscode.context.on('weberror', (error) => this.console.push(error.error().stack ?? String(error.error())));
  }

  private async showView(): Promise<void> {
    await this.window.ready(container);
    await this.window.openView(container);
  }
}

function withoutIds(address: string): string {
  return address.replace('/api/v1', '').replace(/[0-9a-f]{24}/g, ':id');
}
