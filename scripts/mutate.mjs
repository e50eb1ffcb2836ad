// npm run test:mutate -- 60 [src/session …]: random changes of one token each in the code that needs no VS Code. Says for each
// whether a unit test fails. A change that the compiler refuses does not count.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { transformSync } from 'esbuild';
import ts from 'typescript';
import { filesIn } from './filesIn.mjs';
import { applyMutation, describeMutation, mutationsIn } from './mutations.mjs';
import { randomSample } from './randomSample.mjs';
import { root, runNode } from './runNode.mjs';

const defaultFolders = ['src/api', 'src/invitations', 'src/session', 'src/workspaces'];
/** A change can make a loop endless. */
const timeoutMs = 180_000;

const read = (file) => readFileSync(join(root, file), 'utf8');

/** Type-checks one file with another text than it has. */
function createTypeChecker() {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  let changed = { file: '', text: '', version: 0 };
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => fileNames,
    getScriptVersion: (file) => (file === changed.file ? String(changed.version) : '0'),
    getScriptSnapshot: (file) => {
      const text = file === changed.file ? changed.text : ts.sys.readFile(file);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => root,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
  });
  return (file, text) => {
    changed = { file: resolve(root, file), text, version: changed.version + 1 };
    return service.getSemanticDiagnostics(changed.file).length === 0;
  };
}

/** Files of out/ that a file of out/ loads, directly or not. */
function createDependencies() {
  const direct = new Map();
  const directOf = (file) => {
    if (!direct.has(file)) {
      const imports = [...readFileSync(file, 'utf8').matchAll(/(?:require|import)\("(\.[^"]+)"\)/g)];
      const targets = imports.map(([, target]) => resolve(dirname(file), target));
      direct.set(
        file,
        targets.flatMap((target) => [`${target}.js`, join(target, 'index.js')].filter(existsSync)),
      );
    }
    return direct.get(file);
  };
  return (file) => {
    const found = new Set([file]);
    found.forEach((reached) => directOf(reached).forEach((target) => found.add(target)));
    return found;
  };
}

/** The unit tests that load a file; those in the folder of the same name come first. */
function createTestsOf() {
  const dependenciesOf = createDependencies();
  const tests = filesIn('out/test/unit', '.test.js').map((file) => join(root, file));
  const reached = new Map(tests.map((test) => [test, dependenciesOf(test)]));
  return (compiled) => {
    const near = join('out/test/unit', relative('out/src', dirname(relative(root, compiled))));
    const distance = (test) => relative(near, dirname(relative(root, test))).length;
    return tests.filter((test) => reached.get(test).has(compiled)).sort((a, b) => distance(a) - distance(b));
  };
}

async function outcomeOf(compiled, mutant, tests) {
  if (tests.length === 0) {
    return 'survived';
  }
  const original = readFileSync(compiled);
  writeFileSync(compiled, transformSync(mutant, { loader: 'ts', format: 'cjs', target: 'node20' }).code);
  try {
    const mocha = ['node_modules/mocha/bin/mocha.js', '--bail', '--reporter', 'dot'];
    const { code } = await runNode([...mocha, ...tests], { timeoutMs });
    if (code === null) {
      return 'timedOut';
    }
    return code === 0 ? 'survived' : 'caught';
  } finally {
    writeFileSync(compiled, original);
  }
}

const [wanted = '60', ...folders] = process.argv.slice(2);
if (!/^\d+$/.test(wanted)) {
  console.error('Usage: npm run test:mutate -- <changes> [folder or file …]');
  process.exit(2);
}
const compiles = createTypeChecker();
const testsOf = createTestsOf();
const files = (folders.length > 0 ? folders : defaultFolders)
  .flatMap((path) => (path.endsWith('.ts') ? [path] : filesIn(path, '.ts')))
  .filter((file) => !/from 'vscode'/.test(read(file)));
const mutations = files.flatMap((file) => mutationsIn(file, read(file)));
console.log(`${mutations.length} changes are possible in ${files.length} files`);

const counts = { caught: 0, timedOut: 0, survived: 0, refused: 0 };
for (const mutation of randomSample(mutations, mutations.length)) {
  if (counts.caught + counts.timedOut + counts.survived === Number(wanted)) {
    break;
  }
  const text = read(mutation.file);
  const mutant = applyMutation(text, mutation);
  if (!compiles(mutation.file, mutant)) {
    counts.refused += 1;
    continue;
  }
  const compiled = join(root, 'out', mutation.file.replace(/\.ts$/, '.js'));
  const outcome = await outcomeOf(compiled, mutant, testsOf(compiled));
  counts[outcome] += 1;
  console.log(`${outcome}  ${describeMutation(text, mutation)}`);
}
console.log(
  `${counts.caught} caught, ${counts.timedOut} timed out, ${counts.survived} survived, ${counts.refused} refused by the compiler`,
);
