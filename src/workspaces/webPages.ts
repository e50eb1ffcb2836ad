const webApp = 'https://app.prolific.com';

/**
 * Where a workspace is in the web app. No source names the address of its Team page, so that is a click away from here
 * (the address of a workspace: setup notes of researchers; of the Team tab: Prolific's help centre).
 */
export function workspacePage(workspaceId: string): string {
  return `${webApp}/researcher/workspaces/${encodeURIComponent(workspaceId)}`;
}

/** Where a project is in the web app (prolific-oss/cli cmd/project/project.go). */
export function projectPage(projectId: string): string {
  return `${webApp}/researcher/workspaces/projects/${encodeURIComponent(projectId)}/`;
}
