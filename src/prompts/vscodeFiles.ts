import * as vscode from 'vscode';
import type { FileType, OpenFileQuestion, ReadableFile, SaveFileQuestion, WritableFile } from './prompts';

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
  return uri === undefined ? undefined : { write: async (bytes) => vscode.workspace.fs.writeFile(uri, bytes) };
}

function toReadableFile(uri: vscode.Uri): ReadableFile {
  return {
    name: uri.path.slice(uri.path.lastIndexOf('/') + 1),
    size: async () => (await vscode.workspace.fs.stat(uri)).size,
    read: async () => vscode.workspace.fs.readFile(uri),
    decode: async (bytes, encoding) =>
      encoding === undefined ? vscode.workspace.decode(bytes, { uri }) : vscode.workspace.decode(bytes, { encoding }),
  };
}

function toFilters(types: readonly FileType[]): Record<string, string[]> {
  return Object.fromEntries(types.map(({ name, extensions }) => [name, [...extensions]]));
}
