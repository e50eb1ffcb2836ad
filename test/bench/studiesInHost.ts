import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import fetch from 'node-fetch';
import pLimit from 'p-limit';
import * as vscode from 'vscode';
import { pagesOf } from '../../src/api/schema/page';
import { parseBody } from '../../src/api/schema/response';
import { study, type Study } from '../../src/api/schema/study';
import type { TestApi } from '../../src/extension';
import { apiUrlSetting, extensionId, workspacesViewId } from '../../src/platform/ids';
import type { ProjectLocation } from '../../src/studies/store/projectStudies';
import { mayHaveSubmissions } from '../../src/studies/studyState';
import { closingLine, requestFromEnv } from '../host/suite/protocol';
import { trustedHosts } from '../host/trustedCertificates';
import { tokens } from '../sandbox/labs/people';
import { describeFigures, median, timed } from './figures';
import { startServer, type Server } from './server';

const studies = 2_000;
const studiesPerPage = 200;
const rounds = 5;
const roundTripMs = 50;

/** Called by VS Code in its extension host: the studies of a project over TLS, beside the same requests made bare. */
export async function run(): Promise<void> {
  const { report, nonce, certificates } = requestFromEnv();
  const certificate = certificates[trustedHosts.direct];
  assert(certificate !== undefined);
  const tls = { ...certificate, roundTripMs };
  const server = await startServer({ latency: 0, tls, workspaces: 1, studies });
  try {
    appendFileSync(report, `${await measure(server)}\n`);
  } finally {
    await pointAt(undefined);
    server.stop();
  }
  appendFileSync(report, `${closingLine(nonce, { passing: 1, failing: 0, pending: 0 })}\n`);
}

async function measure(server: Server): Promise<string> {
  const api = await vscode.extensions.getExtension<TestApi | undefined>(extensionId)?.activate();
  assert(api !== undefined, 'nothing is exported to the benchmark: the host runs in another mode');
  await pointAt(server.origin);
  const bare: number[] = [];
  const ours: number[] = [];
  const drawn: number[] = [];
  const requests: number[] = [];
  let counted = 0;
  // Alternating, so that other load on the machine affects all alike.
  for (let round = 0; round < rounds; round++) {
    await vscode.commands.executeCommand('workbench.view.explorer');
    const location = await signInAnew(api);
    bare.push(await timed(async () => (counted = await readBare(server.origin, location))));
    await server.asked();
    ours.push(await timed(() => api.studies.openProject(location)));
    requests.push((await server.asked()).requests);
    await vscode.commands.executeCommand(`${workspacesViewId}.focus`);
    const placeAnew = await signInAnew(api);
    drawn.push(await timed(() => openAndDraw(api, placeAnew)));
  }
  await api.sessions.signOut();
  return describeFigures(
    `A project with ${studies} studies in the extension host of VS Code ${vscode.version}, over TLS, ${roundTripMs} ms a round trip, median of ${rounds} rounds`,
    [
      { what: 'pages, and studies whose submissions are counted', value: studies / studiesPerPage + counted, unit: '' },
      { what: 'requests', value: median(requests), unit: '', budget: studies / studiesPerPage + counted },
      { what: 'the same requests bare, with node-fetch and our schemas', value: median(bare), unit: 'ms' },
      { what: 'studies and counts, with the view hidden', value: median(ours), unit: 'ms' },
      { what: 'the same, until the last study can be revealed', value: median(drawn), unit: 'ms' },
      { what: 'ratio to bare, with the view hidden', value: median(ours) / median(bare), unit: '', budget: 1.2 },
    ],
  );
}

/** Signs in again, so that no studies are known. Returns the project that has them. */
async function signInAnew({ sessions, store, account }: TestApi): Promise<ProjectLocation> {
  await sessions.signOut();
  const result = await sessions.signIn(tokens.ada);
  assert(result.ok, JSON.stringify(result));
  const [workspace] = [...(await store.whenRead()).workspaces.values()];
  assert(workspace !== undefined);
  const projects = await account.owner?.client.getProjects(workspace.id);
  assert(projects?.ok === true);
  const archive = projects.value.items.find(({ title }) => title.raw === 'Archive');
  assert(archive !== undefined);
  return { workspaceId: workspace.id, projectId: archive.id };
}

/** Opens the project and shows the study that is drawn last. */
async function openAndDraw({ studies: store, revealStudy }: TestApi, location: ProjectLocation): Promise<void> {
  await store.openProject(location);
  const last = store.projects.of(location.projectId).value?.items.at(-1);
  assert(last !== undefined);
  await revealStudy({ ...location, studyId: last.id });
}

/** Reads the same pages and counts without our client. Returns how many studies were counted. */
async function readBare(origin: string, { projectId }: ProjectLocation): Promise<number> {
  const limit = pLimit(4);
  const read = (path: string) =>
    limit(async () => {
      const response = await fetch(`${origin}/api/v1/${path}`, { headers: { Authorization: `Token ${tokens.ada}` } });
      return response.text();
    });
  const numbers = Array.from({ length: studies / studiesPerPage }, (_, index) => index + 1);
  const pages = await Promise.all(
    numbers.map((number) => read(`projects/${projectId}/studies/?page=${number}&page_size=${studiesPerPage}`)),
  );
  const counted = pages.flatMap(studiesOn).filter(mayHaveSubmissions);
  await Promise.all(counted.map(async ({ id }): Promise<unknown> => JSON.parse(await read(countsPath(id)))));
  return counted.length;
}

function studiesOn(page: string): readonly Study[] {
  const parsed = parseBody(page, pagesOf(study).later, { method: 'GET', path: '/' });
  assert(parsed.ok);
  return parsed.value.value.items;
}

function countsPath(id: string): string {
  return `studies/${id}/submissions/counts/`;
}

function pointAt(origin: string | undefined): Thenable<void> {
  return vscode.workspace.getConfiguration().update(apiUrlSetting, origin, vscode.ConfigurationTarget.Global);
}
