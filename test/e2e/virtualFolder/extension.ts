import * as vscode from 'vscode';

const table = Buffer.from('Name,E-mail\nMei,mei@example.edu\nTom,Tom.Z@example.edu\n');

const file: vscode.FileStat = { type: vscode.FileType.File, ctime: 0, mtime: 0, size: table.length };
const folder: vscode.FileStat = { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };

function refuse(uri: vscode.Uri): never {
  throw vscode.FileSystemError.NoPermissions(uri);
}

/** The folder /class, and in it one table, to be read only. */
const provider: vscode.FileSystemProvider = {
  onDidChangeFile: new vscode.EventEmitter<vscode.FileChangeEvent[]>().event,
  watch: () => new vscode.Disposable(() => undefined),
  stat: (uri) => {
    switch (uri.path) {
      case '/':
      case '/class':
        return folder;
      case '/class/students.csv':
        return file;
      default:
        throw vscode.FileSystemError.FileNotFound(uri);
    }
  },
  readDirectory: (uri) =>
    uri.path === '/class' ? [['students.csv', vscode.FileType.File]] : [['class', vscode.FileType.Directory]],
  readFile: (uri) => {
    if (uri.path !== '/class/students.csv') {
      throw vscode.FileSystemError.FileNotFound(uri);
    }
    return table;
  },
  createDirectory: refuse,
  delete: refuse,
  rename: refuse,
  writeFile: refuse,
};

export function activate(context: vscode.ExtensionContext): void {
  context.subscriptions.push(vscode.workspace.registerFileSystemProvider('virtual', provider, { isReadonly: true }));
}
