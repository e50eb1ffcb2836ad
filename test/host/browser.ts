import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core';
import { findChromium } from './chromium';

const args = [
  '--disable-background-networking',
  '--disable-component-update',
  // Containers provide 64 MB of /dev/shm, and tabs crash when it's full.
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  // VS Code captures many stacks while it starts. Collecting positions afterwards parses every function again, which
  // is a sixth of what a page costs until it's ready.
  '--js-flags=--no-enable-lazy-source-positions',
  '--no-first-run',
];

export const windowSize = { width: 1280, height: 800 };

const contextOptions: BrowserContextOptions = {
  viewport: windowSize,
  permissions: ['clipboard-read', 'clipboard-write'],
  locale: 'en-US',
};

let shared: Promise<Browser> | undefined;

async function launch(): Promise<Browser> {
  const isRoot = process.getuid?.() === 0;
  const isCI = process.env['CI'] !== undefined;
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args,
    chromiumSandbox: !isRoot && !isCI,
  });
  browser.once('disconnected', () => (shared = undefined));
  return browser;
}

/** A context with an empty storage, which is where VS Code keeps secrets and state, in the one browser of this process. */
export async function newContext(): Promise<BrowserContext> {
  shared ??= launch();
  return (await shared).newContext(contextOptions);
}

export async function closeBrowser(): Promise<void> {
  await (await shared)?.close();
}
