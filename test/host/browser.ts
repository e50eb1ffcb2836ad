import { chromium, type BrowserContext } from 'playwright-core';
import { findChromium } from './chromium';
import { removeFolder, temporaryFolder } from './processes';

const args = [
  // Keeps compiled code from the first window on, not only from the second.
  '--blink-settings=v8CacheOptions=3',
  '--disable-background-networking',
  '--disable-component-update',
  // Containers provide 64 MB of /dev/shm, and tabs crash when it's full.
  '--disable-dev-shm-usage',
  // With BackgroundResourceFetch, Chromium ignores its code cache and compiles all of VS Code for each window. The switch
  // replaces Playwright's own; the other features are the ones from it that matter here.
  '--disable-features=BackgroundResourceFetch,HttpsUpgrades,MediaRouter,OptimizationHints,PaintHolding',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  // VS Code captures many stacks while it starts. Collecting positions afterwards parses every function again, which
  // is a sixth of what a page costs until it's ready.
  '--js-flags=--no-enable-lazy-source-positions',
  '--no-first-run',
];

export const windowSize = { width: 1280, height: 800 };

let shared: Promise<BrowserContext> | undefined;
let profileDir: string | undefined;

async function launch(): Promise<BrowserContext> {
  const isRoot = process.getuid?.() === 0;
  const isCI = process.env['CI'] !== undefined;
  profileDir = temporaryFolder('browser');
  const browser = await chromium.launchPersistentContext(profileDir, {
    executablePath: await findChromium(),
    args,
    chromiumSandbox: !isRoot && !isCI,
    viewport: windowSize,
    permissions: ['clipboard-read', 'clipboard-write'],
    locale: 'en-US',
  });
  browser.once('close', () => (shared = undefined));
  return browser;
}

/**
 * The one browser of this process, as on a new computer: no window is open, and the storage of the origin, where VS Code keeps
 * secrets and state, is empty. Only the cache with VS Code's code stays: a context of its own for each window would have to
 * compile that code again.
 */
export async function emptyBrowser(origin: string): Promise<BrowserContext> {
  shared ??= launch();
  const browser = await shared;
  await closePages(browser);
  const [blank] = browser.pages();
  if (blank === undefined) {
    throw new Error("the browser's first page was closed");
  }
  const session = await browser.newCDPSession(blank);
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await session.detach();
  return browser;
}

/** Closes all pages but the blank one that the browser starts with, since a browser may end with its last page. */
export async function closePages(browser: BrowserContext): Promise<void> {
  await Promise.all(
    browser
      .pages()
      .slice(1)
      .map((page) => page.close()),
  );
}

export async function closeBrowser(): Promise<void> {
  await (await shared)?.close();
  if (profileDir !== undefined) {
    removeFolder(profileDir);
    profileDir = undefined;
  }
}
