import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { importOrder } from './scripts/importOrder.mjs';

/** Which folders of src a folder may import from, besides itself. Imports run one way. */
const everywhere = ['text', 'prompts', 'platform', 'addresses'];
const arrows = {
  api: [],
  addresses: [],
  text: ['api'],
  platform: ['text'],
  prompts: ['api', 'text', 'platform'],
  session: ['api', ...everywhere],
  workspaces: ['session', 'api', ...everywhere],
  invitations: ['workspaces', 'session', 'api', ...everywhere],
  people: ['invitations', 'workspaces', 'session', 'api', ...everywhere],
  studies: ['invitations', 'workspaces', 'session', 'api', ...everywhere],
  sidebar: ['people', 'studies', 'invitations', 'workspaces', 'session', 'api', ...everywhere],
  agent: ['people', 'studies', 'invitations', 'workspaces', 'session', 'api', ...everywhere],
};

const folders = Object.keys(arrows);

/** The folders that know nothing of VS Code. */
const pure = ['api', 'addresses', 'text', 'session', 'workspaces', 'invitations', 'people', 'studies'];

const network = [
  'node-fetch',
  'node:http',
  'node:https',
  'node:net',
  'node:tls',
  'http',
  'https',
  'net',
  'tls',
  'undici',
];

/** Else dates, numbers and lists are in the language of the machine instead of the user's. */
const otherLanguages = [
  'NewExpression[callee.object.name="Intl"][callee.property.name!="Locale"]:not([arguments.0.callee.name="language"]):not([arguments.0.name="language"])',
  'CallExpression[callee.property.name=/^(toLocale|localeCompare)/]',
].map((selector) => ({ selector, message: 'Write new Intl.…(language(), …): see src/text/language.ts.' }));

const files = ['fs', 'node:fs', 'fs/promises', 'node:fs/promises'];

/** The rule on imports for one folder; later rules of the same name replace earlier ones, so each folder gets it whole. */
function importsOf(folder, { mayUseNetwork = false } = {}) {
  const forbidden = folders.filter((other) => other !== folder && !(arrows[folder] ?? folders).includes(other));
  return [
    'error',
    {
      paths: [
        ...files.map((name) => ({
          name,
          message: 'Files go through vscode.workspace.fs, so that remote windows work.',
        })),
        ...(mayUseNetwork ? [] : network).map((name) => ({
          name,
          message: 'The one door to the network is src/api/http/transport.ts.',
        })),
        ...(pure.includes(folder) ? [{ name: 'vscode', message: `src/${folder} knows nothing of VS Code.` }] : []),
      ],
      patterns: [
        ...(forbidden.length === 0
          ? []
          : [
              {
                regex: `^(\\.\\./)+(${forbidden.join('|')})(/|$)`,
                message: `src/${folder} may not use this: see the arrows in eslint.config.mjs.`,
              },
            ]),
        ...(folder === 'api'
          ? []
          : [
              {
                group: ['**/api/**'],
                message: 'The one door of the API client is src/api/index.ts: import from its folder.',
              },
            ]),
        ...(folder === undefined ? [] : [{ group: ['**/extension'], message: 'Nothing imports the entry point.' }]),
      ],
    },
  ];
}

export default defineConfig(
  { ignores: ['dist/', 'out/', '**/node_modules/', '.vscode-test/'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    plugins: { prolific: { rules: { 'import-order': importOrder } } },
    rules: { 'prolific/import-order': 'error' },
  },
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-assertions': [
        'error',
        { assertionStyle: 'as', objectLiteralTypeAssertions: 'never' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-imports': importsOf(undefined),
      'no-restricted-globals': ['error', 'fetch'],
      'no-restricted-syntax': ['error', ...otherLanguages],
      'no-console': 'error',
    },
  },
  ...folders.map((folder) => ({
    files: [`src/${folder}/**/*.ts`],
    rules: { 'no-restricted-imports': importsOf(folder) },
  })),
  {
    files: ['src/api/http/transport.ts'],
    rules: { 'no-restricted-imports': importsOf('api', { mayUseNetwork: true }) },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // describe() and it() of mocha give no promise that anyone has to wait for.
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', name: ['describe', 'it'], package: 'mocha' }] },
      ],
    },
  },
  {
    files: ['**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        Buffer: 'readonly',
      },
    },
  },
);
