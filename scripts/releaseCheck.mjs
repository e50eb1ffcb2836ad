// node scripts/releaseCheck.mjs v1.2.3 [notes.md]: whether a tag fits the package.json and the CHANGELOG.md of this folder. With
// the name of a file it writes there what the changelog says of that version.
import { readFileSync, writeFileSync } from 'node:fs';

/** The text below the heading `## 1.2.3` (a date may follow), up to the next heading of its rank; undefined without one. */
function notesOf(version, changelog) {
  const [, ...sections] = changelog.replaceAll('\r\n', '\n').split(/^## /m);
  const section = sections.find((text) => /^\S+/.exec(text)?.[0] === version);
  return section?.split('\n').slice(1).join('\n').trim();
}

/** What keeps a tag from becoming a release, in sentences; none where nothing does. */
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
