import { chromium, type BrowserContext, type BrowserContextOptions, type LaunchOptions } from 'playwright-core';
import { findChromium } from './chromium';

const args = [
  '--disable-background-networking',
  '--disable-component-update',
  // Containers give 64 MB of /dev/shm, and tabs crash when it is full.
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
];

const contextOptions: BrowserContextOptions = {
  viewport: { width: 1280, height: 800 },
  permissions: ['clipboard-read', 'clipboard-write'],
  locale: 'en-US',
};

async function launchOptions(): Promise<LaunchOptions> {
  const isRoot = process.getuid?.() === 0;
  const inCI = process.env['CI'] !== undefined;
  return { executablePath: await findChromium(), args, chromiumSandbox: !isRoot && !inCI };
}

/** A browser with a storage of its own, where VS Code keeps secrets and state. */
export interface BrowserSession {
  readonly context: BrowserContext;
  close(): Promise<void>;
}

/** With a profile, a folder, the storage outlives the browser; without one each session begins with an empty one. */
export async function openSession(profile?: string): Promise<BrowserSession> {
  const options = await launchOptions();
  if (profile !== undefined) {
    const context = await chromium.launchPersistentContext(profile, { ...options, ...contextOptions });
    return { context, close: () => context.close() };
  }
  const browser = await chromium.launch(options);
  const context = await browser.newContext(contextOptions);
  return { context, close: () => browser.close() };
}
