// node scripts/releaseCheck.mjs v1.2.3 [notes.md]: checks that a tag matches package.json and CHANGELOG.md in this
// folder. With a file name, writes the changelog's section for that version to it.
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Returns the text below the heading `## 1.2.3` (a date may follow), up to the next heading of that level. Undefined if
 * there is none.
 */
function notesOf(version, changelog) {
  const [, ...sections] = changelog.replaceAll('\r\n', '\n').split(/^## /m);
  const section = sections.find((text) => /^\S+/.exec(text)?.[0] === version);
  return section?.split('\n').slice(1).join('\n').trim();
}

/** Returns what keeps a tag from becoming a release, in sentences. Empty if nothing does. */
function problemsOf(tag, version, notes) {
  return [
    ...(tag === `v${version}` ? [] : [`The tag is "${tag}", but package.json has version ${version}.`]),
    ...(notes === undefined ? [`CHANGELOG.md has no section "## ${version}".`] : []),
    ...(notes === '' ? [`The section "## ${version}" of CHANGELOG.md is empty.`] : []),
  ];
}

const [tag = '', notesFile] = process.argv.slice(2);
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const notes = notesOf(version, readFileSync('CHANGELOG.md', 'utf8'));
const problems = problemsOf(tag, version, notes);

if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
} else {
  if (notesFile !== undefined) {
    writeFileSync(notesFile, `${notes}\n`);
  }
  console.log(`${tag} can be released.`);
}
