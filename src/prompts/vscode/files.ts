import * as vscode from 'vscode';
import type { FileType, OpenFileQuestion, ReadableFile, SaveFileQuestion, WritableFile } from '../prompts';

export async function openFileInVscode({ title, types }: OpenFileQuestion): Promise<ReadableFile | undefined> {
  const [uri] = (await vscode.window.showOpenDialog({ title, filters: toFilters(types) })) ?? [];
  return uri === undefined ? undefined : toReadableFile(uri);
}

export async function saveFileInVscode({
  title,
  suggestedName,
  types,
}: SaveFileQuestion): Promise<WritableFile | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const uri = await vscode.window.showSaveDialog({
    title,
    filters: toFilters(types),
    ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, suggestedName) }),
  });
  return uri === undefined ? undefined : toWritableFile(uri);
}

function toWritableFile(uri: vscode.Uri): WritableFile {
  return {
    write: async (bytes) => vscode.workspace.fs.writeFile(uri, bytes),
    versionedFolder: () => versionedFolderAbove(uri),
  };
}

/** What version control systems keep in the folders they look after. In a linked Git worktree, `.git` is a file. */
const versionControlEntries = ['.git', '.hg', '.svn', '.jj'];

async function versionedFolderAbove(uri: vscode.Uri): Promise<string | undefined> {
  const folder = vscode.Uri.joinPath(uri, '..');
  if (folder.path === uri.path) {
    return undefined;
  }
  const entries = versionControlEntries.map((name) => vscode.Uri.joinPath(folder, name));
  const found = await Promise.all(entries.map((entry) => exists(entry)));
  return found.includes(true) ? nameOf(folder) : versionedFolderAbove(folder);
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return Promise.resolve(vscode.workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );
}

export function fileAtInVscode(uri: string): ReadableFile {
  return toReadableFile(vscode.Uri.parse(uri, true));
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function toReadableFile(uri: vscode.Uri): ReadableFile {
  return {
    name: nameOf(uri),
    size: async () => (await vscode.workspace.fs.stat(uri)).size,
    read: async () => vscode.workspace.fs.readFile(uri),
    decode: async (bytes, encoding) =>
      encoding === undefined ? vscode.workspace.decode(bytes, { uri }) : vscode.workspace.decode(bytes, { encoding }),
  };
}

function toFilters(types: readonly FileType[]): Record<string, string[]> {
  return Object.fromEntries(types.map(({ name, extensions }) => [name, [...extensions]]));
}
