import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { Module } from 'node:module';
import { Socket } from 'node:net';

export interface Recording<T> {
  readonly result: T;
  /** The modules that were required, in order. */
  readonly modules: readonly string[];
  /** The functions that were called of node:fs and of those that start a request or a connection. */
  readonly calls: readonly string[];
}

/** Runs something synchronous and returns what it requested from Node.js. Nothing else in the process can interfere. */
export function recordCalls<T>(run: () => T): Recording<T> {
  const modules: string[] = [];
  const calls: string[] = [];
  const restore = [
    spy(Module.prototype, 'require', (name) => modules.push(String(name))),
    ...[http, https].map((protocol) => spy(protocol, 'request', () => calls.push('request'))),
    spy(globalThis, 'fetch', () => calls.push('fetch')),
    spy(Socket.prototype, 'connect', () => calls.push('connect')),
    ...[fs, fs.promises].flatMap((files) => functionsOf(files).map((name) => spy(files, name, () => calls.push(name)))),
  ];
  try {
    return { result: run(), modules, calls };
  } finally {
    restore.forEach((each) => each());
  }
}

function functionsOf(object: object): readonly string[] {
  return Object.entries(object).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []));
}

/** Replaces a function with one that records each call and forwards it. */
function spy(object: object, name: string, note: (first: unknown) => void): () => void {
  const original: unknown = Reflect.get(object, name);
  if (typeof original !== 'function') {
    throw new Error(`There is no function ${name} to watch`);
  }
  const proxy = new Proxy(original, {
    apply(target, self, parameters) {
      note(parameters[0]);
      const answer: unknown = Reflect.apply(target, self, parameters);
      return answer;
    },
  });
  Reflect.set(object, name, proxy);
  return () => Reflect.set(object, name, original);
}
