import { installDisplayLanguage } from './displayLanguage';
import { removeFolder, temporaryFolder } from './processes';
import { installVsix, startServer, type Server } from './server';
import { setUp, type InstalledVSCode } from './setup';
import type { VersionName } from './versions';

export interface SharedServerOptions {
  readonly version: VersionName;
  /** A package to install as a user would. */
  readonly vsix: string | undefined;
  readonly displayLanguage: string | undefined;
}

export interface SharedServer {
  readonly vscode: InstalledVSCode;
  readonly server: Server;
}

const servers = new Map<string, Promise<SharedServer>>();

async function start({ version, vsix, displayLanguage }: SharedServerOptions): Promise<SharedServer> {
  const vscode = await setUp(version);
  const dataDir = temporaryFolder('server');
  if (vsix !== undefined) {
    await installVsix(vscode, dataDir, vsix);
  }
  if (displayLanguage !== undefined) {
    installDisplayLanguage(dataDir, displayLanguage);
  }
  return { vscode, server: await startServer({ vscode, dataDir, displayLanguage }) };
}

/** One server for everybody in this process who asks for the same. It ends with `stopSharedServers`, or with the process. */
export function sharedServer(options: SharedServerOptions): Promise<SharedServer> {
  const key = JSON.stringify(options);
  const running = servers.get(key) ?? start(options);
  servers.set(key, running);
  return running;
}

export async function stopSharedServers(): Promise<void> {
  const running = await Promise.all(servers.values());
  servers.clear();
  for (const { server } of running) {
    await server.stop();
    removeFolder(server.dataDir);
  }
}
