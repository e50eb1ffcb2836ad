import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';

/**
 * The server writes logs through a native module that isn't compiled here (`npm ci --ignore-scripts`). Without this
 * stub the Output panel stays empty for every log channel. After `clearFormatters` the text arrives already formatted.
 */
const spdlog = `'use strict';
const fs = require('fs');
const path = require('path');
const names = ['trace', 'debug', 'info', 'warning', 'error', 'critical', 'off'];
class Logger {
  constructor(file) {
    this.file = file;
    this.level = 2;
    this.raw = false;
    this.waiting = '';
    if (file) fs.mkdirSync(path.dirname(file), { recursive: true });
  }
  write(level, text) {
    if (level < this.level || !this.file) return;
    this.waiting += this.raw ? text : new Date().toISOString().replace('T', ' ').replace('Z', '') + ' [' + names[level] + '] ' + text + '\\n';
    this.timer ??= setTimeout(() => this.flush(), 20).unref();
  }
  trace(text) { this.write(0, text); }
  debug(text) { this.write(1, text); }
  info(text) { this.write(2, text); }
  warn(text) { this.write(3, text); }
  error(text) { this.write(4, text); }
  critical(text) { this.write(5, text); }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() {}
  clearFormatters() { this.raw = true; }
  drop() { this.flush(); }
  flush() {
    clearTimeout(this.timer);
    this.timer = undefined;
    const text = this.waiting;
    this.waiting = '';
    try { if (text) fs.appendFileSync(this.file, text); } catch {}
  }
}
exports.Logger = Logger;
exports.version = 0;
exports.setLevel = exports.setFlushOn = exports.shutdown = () => {};
exports.createRotatingLogger = exports.createAsyncRotatingLogger = async (name, file) => new Logger(file);
`;

/** Ends the extension host when its server is gone, like the native module. */
const watchdog = `'use strict';
exports.start = (pid) => {
  setInterval(() => { try { process.kill(pid, 0); } catch { process.exit(87); } }, 1000).unref();
};
exports.exit = (code) => process.exit(code);
`;

function replacePackage(modules: string, name: string, code: string): void {
  const folder = path.join(modules, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'stub.cjs'), code);
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name, version: '0.0.0', main: './stub.cjs' }));
}

/** The floor's ripgrep package contains no program; without one every start logs "spawn rg ENOENT". */
function provideRipgrep(modules: string): void {
  const folder = path.join(modules, '@vscode', 'ripgrep');
  const program = path.join(folder, 'bin', 'rg');
  if (process.platform === 'win32' || !existsSync(folder) || existsSync(program)) {
    return;
  }
  mkdirSync(path.dirname(program), { recursive: true });
  const installed = (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .map((folderOnPath) => path.join(folderOnPath, 'rg'))
    .find((file) => existsSync(file));
  if (installed === undefined) {
    writeFileSync(program, '#!/bin/sh\nexit 1\n');
    chmodSync(program, 0o755);
  } else {
    symlinkSync(installed, program);
  }
}

/** Puts small JavaScript stubs in place of native helpers that VS Code's server would have to compile. */
export function installNativeStubs(modules: string): void {
  replacePackage(modules, '@vscode/spdlog', spdlog);
  replacePackage(modules, '@vscode/native-watchdog', watchdog);
  replacePackage(modules, 'native-watchdog', watchdog);
  provideRipgrep(modules);
}

/** Part of the stamp of an installed VS Code, so that changed stubs are reinstalled. */
export const nativeStubsSource = (): string => spdlog + watchdog;
