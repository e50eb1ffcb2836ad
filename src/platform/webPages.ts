const webApp = 'https://app.prolific.com';

/**
 * The page of a workspace in the web app. Its Team page is one click away; no source documents that URL. (Workspace
 * URL: researchers' setup notes. Team tab: Prolific's help center.)
 */
export function workspacePage(workspaceId: string): string {
  return `${webApp}/researcher/workspaces/${encodeURIComponent(workspaceId)}`;
}

/** The page of a project in the web app (prolific-oss/cli cmd/project/project.go). */
export function projectPage(projectId: string): string {
  return `${webApp}/researcher/workspaces/projects/${encodeURIComponent(projectId)}/`;
}

/** The page of a study in the web app (prolific-oss/cli cmd/study/test_study_test.go). */
export function studyPage(studyId: string): string {
  return `${webApp}/researcher/workspaces/studies/${encodeURIComponent(studyId)}`;
}

/** The page where the submissions of a study are reviewed (PsyNet psynet/recruiters.py). */
export function submissionsPage(studyId: string): string {
  return `${studyPage(studyId)}/submissions`;
}

/**
 * The page where researchers create and delete API tokens (docs.prolific.com:
 * documentation/get-started/api-fundamentals).
 */
export const tokenPage = `${webApp}/researcher/tokens/`;
