import type { Disposable } from './emitter';
import { redact } from './redact';

type Level = 'debug' | 'info' | 'warn' | 'error';

/** The part of the log that features use. */
export type Log = Readonly<Record<Level, (line: string) => void>>;

interface Channel extends Log, Disposable {
  show(preserveFocus?: boolean): void;
}

/** The extension's log channel. VS Code applies the log level; every line is redacted first. */
export class RedactingLog implements Log, Disposable {
  constructor(private readonly channel: Channel) {}

  readonly debug = (line: string) => this.channel.debug(redact(line));
  readonly info = (line: string) => this.channel.info(redact(line));
  readonly warn = (line: string) => this.channel.warn(redact(line));
  readonly error = (line: string) => this.channel.error(redact(line));

  show(): void {
    this.channel.show(true);
  }

  dispose(): void {
    this.channel.dispose();
  }
}
