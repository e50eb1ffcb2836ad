// node out/test/host/install.js: downloads what the tests run in: both versions of VS Code, and a Chromium if there is none.
import { findChromium } from './chromium';
import { setUp } from './setup';

async function main(): Promise<void> {
  await Promise.all([setUp('floor'), setUp('newest'), findChromium()]);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
