import * as vscode from 'vscode';
import type { Disposable } from '../../platform/emitter';
import type { CommandTarget } from '../commandTarget';
import type { DocumentKind, Documents } from './documents';
import { type Holder, KeptValues } from './keptValues';

export interface DocumentOwner extends Holder {
  onDidChange(listener: (change: { readonly keepsData: boolean }) => void): Disposable;
}

/**
 * Documents that exist in memory alone: VS Code would back up an untitled document in clear text, with whatever addresses
 * and links it contains. Only saving one writes a file.
 */
export class MemoryDocuments<T> implements Documents<T>, vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #values: KeptValues<T>;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #subscriptions: vscode.Disposable;

  readonly onDidChange = this.#changed.event;

  constructor(
    owner: DocumentOwner,
    private readonly kind: DocumentKind<T>,
  ) {
    this.#values = new KeptValues(owner, kind.nameOf);
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      vscode.workspace.registerTextDocumentContentProvider(kind.scheme, this),
      owner.onDidChange(({ keepsData }) => keepsData || this.#emptyOpenDocuments()),
    );
  }

  keep(value: T, keys: readonly string[] = []): string {
    const path = this.#values.keep(value, keys);
    this.#changed.fire(this.#uriOf(path));
    return path;
  }

  pathOf(key: string): string | undefined {
    return this.#values.pathOf(key);
  }

  async show(path: string): Promise<void> {
    const document = await vscode.workspace.openTextDocument(this.#uriOf(path));
    await vscode.window.showTextDocument(document, { preview: false });
  }

  newest(): T | undefined {
    return this.#values.newest();
  }

  valueOf(target: CommandTarget): T | undefined {
    const uri =
      target.kind === 'document' ? vscode.Uri.parse(target.uri) : vscode.window.activeTextEditor?.document.uri;
    return uri?.scheme === this.kind.scheme ? this.#values.get(uri.path) : undefined;
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    const value = this.#values.get(uri.path);
    return value === undefined ? this.kind.gone() : this.kind.textOf(value);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** Makes VS Code reread the open documents, whose values are gone with the account. */
  #emptyOpenDocuments(): void {
    vscode.workspace.textDocuments
      .filter(({ uri }) => uri.scheme === this.kind.scheme)
      .forEach(({ uri }) => this.#changed.fire(uri));
  }

  #uriOf(path: string): vscode.Uri {
    return vscode.Uri.from({ scheme: this.kind.scheme, path });
  }
}
