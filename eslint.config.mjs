// The walls between the rooms are lint errors: who may import whom is written here and in ARCHITECTURE.md.
import { builtinModules } from 'node:module';
import tseslint from 'typescript-eslint';

const nodeBuiltins = [...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

/** Rooms of `src/` that a room may import besides itself. */
const mayImport = {
  activations: [],
  python: [],
  documents: [],
  frameworks: ['activations'],
  usages: ['frameworks', 'activations', 'python', 'documents', 'expressions'],
  models: ['usages', 'frameworks', 'activations', 'python', 'documents'],
  rules: ['models', 'usages', 'frameworks', 'activations', 'python', 'documents'],
  expressions: ['activations'],
  propagation: ['activations'],
  pictures: ['activations'],
  explanations: ['activations', 'frameworks', 'usages', 'propagation', 'pictures', 'python', 'advice'],
  inventory: ['activations', 'frameworks', 'usages', 'documents', 'explanations'],
  reports: ['rules', 'models', 'usages', 'frameworks', 'activations', 'python', 'documents'],
  advice: ['activations', 'frameworks', 'pictures', 'usages', 'models', 'python', 'documents'],
  protocol: ['activations', 'expressions', 'frameworks', 'usages', 'models', 'advice', 'explanations'],
};

const rooms = [...Object.keys(mayImport), 'editor', 'cli', 'webview'];

function wall(room, allowed) {
  const forbidden = rooms.filter((other) => other !== room && !allowed.includes(other)).join('|');
  return {
    files: [`src/${room}/**/*.ts`],
    rules: {
      'no-restricted-imports': ['error', {
        paths: [
          { name: 'vscode', message: 'VS Code is known in editor/ and extension.ts alone.' },
          ...nodeBuiltins.map((name) => ({ name, message: 'Node is known in cli/ alone.' })),
        ],
        patterns: [{
          regex: `^(\\.\\./)+((src/)?(${forbidden})/|(extension|index)$)`,
          message: `${room}/ may import ${allowed.join(', ') || 'no other room'} (ARCHITECTURE.md).`,
        }],
      }],
    },
  };
}

export default tseslint.config(
  { ignores: ['dist/', 'out/', '.cache/', 'node_modules/', 'test/fixtures/', 'test/rig/sample/'] },
  tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      complexity: ['error', 20],
      'max-lines-per-function': ['error', { max: 60, skipComments: true, skipBlankLines: true }],
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
    },
  },
  ...Object.entries(mayImport).map(([room, allowed]) => wall(room, allowed)),
  {
    files: ['src/editor/**/*.ts', 'src/extension.ts', 'src/index.ts'],
    rules: {
      'no-restricted-imports': ['error', {
        paths: nodeBuiltins.map((name) => ({ name, message: 'Node is known in cli/ alone: the extension also runs in a browser worker.' })),
      }],
    },
  },
  {
    files: ['src/cli/**/*.ts', 'src/index.ts'],
    rules: { 'no-restricted-syntax': ['error', { selector: 'ImportDeclaration[source.value="vscode"]', message: 'No VS Code here.' }] },
  },
  {
    files: ['webview/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', {
        paths: [
          { name: 'vscode', message: 'The Lab talks to VS Code by messages (src/protocol).' },
          { name: '@vscode/webview-ui-toolkit', message: 'The toolkit is known in controls.ts alone.' },
          ...nodeBuiltins.map((name) => ({ name, message: 'The Lab is a browser page.' })),
        ],
        patterns: [{
          regex: '/src/(?!(activations|expressions|propagation|advice|pictures|protocol|models)/)',
          message: 'The Lab may import activations, expressions, propagation, advice, pictures, protocol and the types of models.',
        }],
      }],
    },
  },
  {
    files: ['webview/controls.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['test/**/*.ts', 'test/**/*.mjs', '*.mjs', '*.config.ts'],
    rules: { 'max-lines-per-function': 'off', 'no-restricted-exports': 'off' },
  },
);
