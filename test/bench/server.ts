import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import fetch from 'node-fetch';
import pLimit from 'p-limit';
import { type ApiOrigin, createProlificClient, parseApiOrigin, type ProlificClient } from '../../src/api';
import type { TlsFrontOptions } from '../sandbox/http/tlsFront';
import { isRecord } from '../sandbox/json';
import { tokens } from '../sandbox/labs/people';

export const workspaces = 5_000;
export const latencyMs = 100;
const rowsPerPage = 200;
export const pages = Array.from({ length: Math.ceil(workspaces / rowsPerPage) }, (_, index) => index * rowsPerPage);

export interface Server {
  readonly origin: ApiOrigin;
  /** The requests since the last call. */
  readonly asked: () => Promise<{ readonly requests: number; readonly maxConcurrentRequests: number }>;
  readonly stop: () => void;
}

export interface ServerOptions {
  /** @default latencyMs */
  readonly latency?: number;
  /** @default the constant of that name */
  readonly workspaces?: number;
  /** How many studies a project of the first workspace has. */
  readonly studies?: number;
  /** Serves over TLS, at a distance. */
  readonly tls?: Pick<TlsFrontOptions, 'key' | 'cert' | 'roundTripMs'>;
}

/** A server with this many workspaces, in a separate process. */
export async function startServer({
  latency = latencyMs,
  workspaces: count = workspaces,
  studies = 0,
  tls,
}: ServerOptions = {}): Promise<Server> {
  const overTls = tls === undefined ? [] : [JSON.stringify(tls)];
  const child = fork(join(__dirname, 'sandboxProcess.js'), [
    String(count),
    String(latency),
    String(studies),
    ...overTls,
  ]);
  const nextMessage = async () => {
    const received: unknown[] = await once(child, 'message');
    const [message] = received;
    assert(isRecord(message));
    return message;
  };
  const { origin: text } = await nextMessage();
  const origin = parseApiOrigin(String(text));
  assert(origin !== undefined);
  return {
    origin,
    asked: async () => {
      child.send('asked?');
      const { requests, maxConcurrentRequests } = await nextMessage();
      return { requests: Number(requests), maxConcurrentRequests: Number(maxConcurrentRequests) };
    },
    stop: () => child.disconnect(),
  };
}

export function clientOf(origin: ApiOrigin): ProlificClient {
  const log = { debug: () => undefined, warn: (line: string) => console.warn(line) };
  return createProlificClient({ origin, token: tokens.ada, userAgent: 'prolific-vscode/bench', log });
}

/** Reads the whole list with the same requests, without our code. */
export async function readBare(origin: string, headers: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const limit = pLimit(4);
  return Promise.all(
    pages.map((offset) =>
      limit(async () => {
        const response = await fetch(`${origin}/api/v1/workspaces/?limit=${rowsPerPage}&offset=${offset}`, {
          headers: { Authorization: `Token ${tokens.ada}`, ...headers },
        });
        const text = await response.text();
        JSON.parse(text);
        return text;
      }),
    ),
  );
}
