import { strict as assert } from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import * as v from 'valibot';
import { toolInputs } from '../../src/agent/inputs';
import {
  commandIds,
  contextKeys,
  extensionId,
  activeStudiesViewId,
  toolNames,
  workspacesViewId,
  apiUrlSetting,
} from '../../src/platform/ids';

const menuItem = v.object({ command: v.string(), when: v.optional(v.string(), ''), group: v.optional(v.string(), '') });

const manifestSchema = v.object({
  name: v.string(),
  publisher: v.string(),
  icon: v.string(),
  main: v.string(),
  engines: v.object({ vscode: v.string() }),
  activationEvents: v.array(v.string()),
  devDependencies: v.record(v.string(), v.string()),
  contributes: v.object({
    commands: v.array(
      v.object({
        command: v.string(),
        title: v.string(),
        category: v.string(),
        enablement: v.optional(v.string(), ''),
      }),
    ),
    configuration: v.object({
      properties: v.record(v.string(), v.object({ scope: v.string(), ignoreSync: v.boolean() })),
    }),
    keybindings: v.array(
      v.object({ key: v.string(), when: v.string(), command: v.string(), args: v.record(v.string(), v.unknown()) }),
    ),
    menus: v.record(v.string(), v.array(menuItem)),
    views: v.record(v.string(), v.array(v.object({ id: v.string(), icon: v.string() }))),
    viewsContainers: v.object({ activitybar: v.array(v.object({ id: v.string(), icon: v.string() })) }),
    viewsWelcome: v.array(v.object({ view: v.string(), contents: v.string(), when: v.string() })),
    walkthroughs: v.array(
      v.object({
        when: v.string(),
        icon: v.string(),
        steps: v.array(
          v.object({ id: v.string(), media: v.object({ svg: v.string() }), completionEvents: v.array(v.string()) }),
        ),
      }),
    ),
    languageModelTools: v.array(
      v.object({
        name: v.string(),
        modelDescription: v.string(),
        inputSchema: v.looseObject({
          additionalProperties: v.boolean(),
          properties: v.record(v.string(), v.unknown()),
        }),
      }),
    ),
  }),
});

const text = readFileSync('package.json', 'utf8');
const manifest = v.parse(manifestSchema, JSON.parse(text));
const nls = v.parse(v.record(v.string(), v.string()), JSON.parse(readFileSync('package.nls.json', 'utf8')));
const { contributes } = manifest;
const own = /\bprolific\.[a-zA-Z]+/g;

const long = 'x'.repeat(501);
/** Inputs at and beyond the limits of each tool. Only a blank title is rejected by the tool but not by the schema. */
const inputSamples: readonly unknown[] = [
  {},
  null,
  [],
  { query: '' },
  { query: 'lab' },
  { query: long },
  { query: 1 },
  { workspaceId: 'w' },
  { workspaceId: '' },
  { workspaceId: long },
  { workspaceId: 'w', includePeople: true },
  { workspaceId: 'w', includePeople: 'yes' },
  { projectId: 'p' },
  { projectId: '' },
  { query: 'faces', projectId: long },
  { studyId: 's' },
  { studyId: '' },
  { studyId: long },
  { studyId: 's', includePeople: true },
  { workspaceId: 'w', title: 'Vision lab' },
  { workspaceId: 'w', title: '' },
  { workspaceId: 'w', title: long },
  { workspaceId: 'w', addresses: ['a@x.org'] },
  { workspaceId: 'w', addresses: 'a@x.org' },
  { workspaceId: 'w', addresses: [] },
  { workspaceId: 'w', addresses: [''] },
  { workspaceId: 'w', addresses: [long] },
  { workspaceId: 'w', addresses: Array.from({ length: 1_001 }, () => 'a@x.org') },
  { workspaceId: 'w', addresses: ['a@x.org'], role: 'WORKSPACE_ADMIN' },
];

describe('The manifest', () => {
  it('declares exactly the commands that the extension registers', () => {
    assert.deepEqual(contributes.commands.map(({ command }) => command).sort(), [...commandIds].sort());
  });

  it('shows every command as “Prolific: …” in the palette, except those that only serve a key binding', () => {
    assert.ok(contributes.commands.every(({ category }) => category === 'Prolific'));
    const hidden = (contributes.menus['commandPalette'] ?? []).filter(({ when }) => when === 'false');
    assert.deepEqual(
      hidden.map(({ command }) => command),
      ['prolific.renameSelected'],
    );
  });

  it('names only commands that exist, in menus, keys and welcome texts', () => {
    const inMenus = Object.values(contributes.menus).flatMap((items) => items.map(({ command }) => command));
    const onKeys = contributes.keybindings.map(({ command }) => command);
    const inTexts = Object.values(nls).flatMap((value) =>
      [...value.matchAll(/command:(prolific\.[\w.]+)/g)].flatMap(([, id]) => id ?? []),
    );
    const known: readonly string[] = commandIds;
    const viewsToFocus = [`${workspacesViewId}.focus`, `${activeStudiesViewId}.focus`];
    assert.deepEqual(
      [...inMenus, ...onKeys, ...inTexts].filter((id) => !known.includes(id) && !viewsToFocus.includes(id)),
      [],
    );
  });

  it('passes F2 the focused row, in either view', () => {
    assert.deepEqual(
      contributes.keybindings.map(({ key, args }) => ({ key, args })),
      [workspacesViewId, activeStudiesViewId].map((id) => ({
        key: 'f2',
        args: { $treeViewId: id, $focusedTreeItem: true },
      })),
    );
  });

  it('uses only context keys that are set and views that exist in when clauses', () => {
    const clauses = [
      ...Object.values(contributes.menus).flat(),
      ...contributes.keybindings,
      ...contributes.viewsWelcome,
      ...contributes.walkthroughs,
    ].map(({ when }) => when);
    const events = contributes.walkthroughs.flatMap(({ steps }) => steps.flatMap((step) => step.completionEvents));
    const enablements = contributes.commands.map(({ enablement }) => enablement);
    const asked = [...clauses, ...events, ...enablements].flatMap((when) => when.match(own) ?? []);
    const known: readonly string[] = [...Object.values(contextKeys), workspacesViewId, activeStudiesViewId];
    assert.deepEqual(
      [...new Set(asked)].filter((key) => !known.includes(key)),
      [],
    );
  });

  it('has the menus of a row that is in several views in each of them', () => {
    const views = [workspacesViewId, activeStudiesViewId];
    const patterns = Object.values(contributes.menus)
      .flat()
      .flatMap(({ when }) => /view =~ \/(.*?)\//.exec(when)?.[1] ?? []);
    assert.notDeepEqual(patterns, []);
    for (const pattern of new Set(patterns)) {
      assert.deepEqual(
        views.filter((view) => new RegExp(pattern).test(view)),
        views,
        `${pattern} leaves out a view`,
      );
    }
  });

  it('has a text for every key, and no unused text', () => {
    const used = [...text.matchAll(/"%([\w.]+)%"/g)].flatMap(([, key]) => key ?? []);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(nls).sort());
  });

  it('repeats every inline action of a row in its context menu', () => {
    const items = contributes.menus['view/item/context'] ?? [];
    const isInline = ({ group }: { group: string }) => group.startsWith('inline');
    for (const { command, when } of items.filter(isInline)) {
      const inMenu = items.some((item) => !isInline(item) && item.command === command && item.when === when);
      assert.ok(inMenu || command === 'prolific.retry', `${command} is inline only`);
    }
  });

  it('has a welcome text for each state in which the tree is empty', () => {
    for (const state of ['signedOut', 'rejected', 'unreachable', 'hasNoWorkspaces', 'hasNoActiveStudies']) {
      assert.ok(
        contributes.viewsWelcome.some(({ when }) => when.includes(state)),
        `no welcome text for ${state}`,
      );
    }
  });

  it('keeps the API URL out of reach of folders and of Settings Sync', () => {
    const setting = contributes.configuration.properties[apiUrlSetting];
    assert.deepEqual(setting, { scope: 'application', ignoreSync: true });
  });

  it('is activated by what it contributes and nothing else', () => assert.deepEqual(manifest.activationEvents, []));

  it('has the same oldest VS Code in engines and in the types', () => {
    assert.equal(manifest.engines.vscode, `^${manifest.devDependencies['@types/vscode'] ?? ''}`);
  });

  it('has the fixed name, and all pictures it refers to', () => {
    assert.equal(`${manifest.publisher}.${manifest.name}`, extensionId);
    const pictures = [
      manifest.icon,
      ...contributes.viewsContainers.activitybar.map(({ icon }) => icon),
      ...Object.values(contributes.views).flatMap((views) => views.map(({ icon }) => icon)),
      ...contributes.walkthroughs.flatMap(({ icon, steps }) => [icon, ...steps.map(({ media }) => media.svg)]),
    ];
    const shipped = readFileSync('.vscodeignore', 'utf8').split('\n');
    assert.deepEqual(
      pictures.filter((file) => !existsSync(join('.', file)) || !shipped.includes(`!${file}`)),
      [],
    );
  });

  it('has a walkthrough in five steps, each completed by what the user does, that does not open by itself', () => {
    const [walkthrough, ...others] = contributes.walkthroughs;
    assert.deepEqual(others, []);
    assert.deepEqual(
      walkthrough?.steps.map(({ id }) => id),
      ['signIn', 'lookAround', 'invite', 'copyLink', 'studies'],
    );
    assert.ok(walkthrough.steps.every(({ completionEvents: [event = ''] }) => event.startsWith('onContext:prolific.')));
    // After installation, VS Code opens a walkthrough whose when-clause is met; no key is set before the first
    // activation.
    assert.equal(walkthrough.when, contextKeys.session);
  });

  it('draws the walkthrough’s pictures only in theme colors', () => {
    for (const { media } of contributes.walkthroughs.flatMap(({ steps }) => steps)) {
      const drawn = readFileSync(media.svg, 'utf8');
      assert.doesNotMatch(drawn, /#[0-9a-f]{3,8}\b|rgb\(|<script|<image|href/i, media.svg);
      assert.match(drawn, /var\(--vscode-foreground\)/);
    }
  });

  it('declares exactly the tools for language models that the extension registers', () => {
    assert.deepEqual(contributes.languageModelTools.map(({ name }) => name).sort(), [...toolNames].sort());
    assert.deepEqual(Object.keys(toolInputs).sort(), [...toolNames].sort());
  });

  it('promises models what the extension takes, and nothing else', () => {
    const ajv = new Ajv({ strict: true });
    for (const { name, inputSchema } of contributes.languageModelTools) {
      const tool = toolNames.find((each) => each === name);
      assert.ok(tool !== undefined);
      const isPromised = ajv.compile(inputSchema);
      for (const input of inputSamples) {
        const isTaken: boolean = v.safeParse(toolInputs[tool], input).success;
        assert.equal(isTaken, isPromised(input), `${name}: ${JSON.stringify(input).slice(0, 200)}`);
      }
    }
  });

  it('ships what .vscodeignore allows by name, and no source map', () => {
    const [first, ...allowed] = readFileSync('.vscodeignore', 'utf8').trim().split('\n');
    assert.equal(first, '**');
    assert.ok(allowed.every((line) => line.startsWith('!') && !line.includes('*') && !line.endsWith('.map')));
  });
});
