import type { WritableFile } from '../../../../src/prompts/prompts';

/** A file that keeps what is written to it. */
export class SavedFile implements WritableFile {
  text: string | undefined;

  /** `folder`: the one under version control that it will be in. */
  constructor(private readonly folder?: string) {}

  versionedFolder(): Promise<string | undefined> {
    return Promise.resolve(this.folder);
  }

  write(bytes: Uint8Array): Promise<void> {
    this.text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    return Promise.resolve();
  }
}

/** A file that can't be written. */
export class FullDisk extends SavedFile {
  override write(): Promise<void> {
    return Promise.reject(new Error('ENOSPC'));
  }
}
