/** The library as npm users have it: the bundle that is shipped, and types that an ordinary project can compile against. */
import { build } from 'esbuild';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type * as Library from '../../src/index';
import { library as bundle, libraryTypes } from '../rig/bundles.mjs';
import { root } from '../rig/paths.mjs';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** A project that has the package installed. */
const room = mkdtempSync(join(tmpdir(), 'activation-lens-library-'));
const installed = join(room, 'node_modules', 'activation-lens');
let library: typeof Library;

beforeAll(async () => {
  mkdirSync(join(installed, 'dist'), { recursive: true });
  cpSync(join(root, 'package.json'), join(installed, 'package.json'));
  writeFileSync(join(installed, 'dist', 'package.json'), '{"type":"module"}');
  await build({ ...bundle, outfile: join(installed, 'dist', 'index.js') });
  await libraryTypes(join(installed, 'dist', 'types'));
  library = await import(pathToFileURL(join(installed, 'dist', 'index.js')).href);
});
afterAll(() => rmSync(room, { recursive: true }));

describe('analyze', () => {
  test('gives what the terminal gives for the file', () => {
    const text = 'from torch import nn\nact = nn.LeakyReLU(slope)\n';
    expect(library.analyze(text, { path: 'a/b.py' })).toEqual({
      path: 'a/b.py', language: 'python', findings: [], error: null,
      usages: [{
        activation: 'leaky-relu', framework: 'pytorch', symbol: 'torch.nn.LeakyReLU', form: 'module', certainty: 'resolved',
        parameters: { negativeSlope: null }, cell: null,
        range: { start: { line: 1, character: 9 }, end: { line: 1, character: 18 } },
      }],
    });
  });

  test('says what is wrong, by the settings that are given', () => {
    const text = 'import torch.nn.functional as F\ny = F.softmax(x)\n';
    const at = { line: 1, character: 15 };
    expect(library.analyze(text).findings).toMatchObject([{
      rule: 'softmax-dim-missing', severity: 'warning', confidence: 'certain', cell: null, range: { start: { line: 1, character: 6 }, end: { line: 1, character: 13 } },
      related: [], fix: { title: 'Add dim=-1', edits: [{ cell: null, range: { start: at, end: at }, newText: ', dim=-1' }] },
    }]);
    expect(library.analyze(text, { settings: { severities: { 'softmax-dim-missing': 'hint' } } }).findings).toMatchObject([{ severity: 'hint' }]);
    expect(library.analyze(text, { settings: { preset: 'quiet', severities: { 'softmax-dim-missing': 'off' } } }).findings).toEqual([]);
  });

  test.each(['json', 'yaml', 'toml'] as const)('reads %s, and may be told so', (language) => {
    const text = language === 'yaml' ? 'hidden_act: relu' : language === 'toml' ? 'hidden_act = "relu"' : '{"hidden_act": "relu"}';
    const expected = { language, usages: [{ activation: 'relu', form: 'configuration' }], error: null };
    expect(library.analyze(text, { language })).toMatchObject(expected);
    expect(library.analyze(text, { path: `a.${language}` })).toMatchObject(expected);
  });

  test.each([
    ['nothing', '', undefined, null],
    ['a broken notebook', '{', { path: 'a.ipynb' }, 'The notebook is not valid JSON.'],
    ['a binary file', '\0', { path: 'a.py' }, 'The file is binary, not text.'],
    ['nonsense', ')]}"""', { language: 'python' }, null],
  ] as const)('does not throw on %s', (_what, text, options, error) => {
    expect(library.analyze(text, options)).toMatchObject({ usages: [], findings: [], error });
  });
});

test('activations, frameworks and numbers are there as data', () => {
  expect(library.activations.find(({ id }) => id === 'gelu')?.name).toBe('GELU');
  expect(library.frameworks.find(({ id }) => id === 'pytorch')?.symbols.some(({ name }) => name === 'torch.nn.GELU')).toBe(true);
  expect(library.evaluate('leaky-relu', { negativeSlope: 0.2 }, -1)).toEqual({ value: -0.2, gradient: 0.2, second: 0 });
  expect(library.evaluate('softmax', {}, [0, 0], [1, 0])?.value).toEqual([0.5, 0.5]);
});

test('needs no Node and no VS Code', () => {
  const text = readFileSync(join(installed, 'dist', 'index.js'), 'utf8');
  expect(text).not.toMatch(/from\s*"(node:|vscode|fs|path|process)|require\("/);
  const script = `const hidden = ['process', 'Buffer', 'require', 'setImmediate'];
    for (const name of hidden) delete globalThis[name];
    const { analyze } = await import('activation-lens');
    console.log(analyze('import torch\\ntorch.tanh(x)', { path: 'a.py' }).usages[0].activation);`;
  writeFileSync(join(room, 'bare.mjs'), script);
  expect(execFileSync(process.execPath, [join(room, 'bare.mjs')], { encoding: 'utf8' })).toBe('tanh\n');
});

test.each(['nodenext', 'bundler'])('its types compile with resolution %s, and catch mistakes', (resolution) => {
  const use = `
    import { activations, analyze, evaluate, frameworks, type FileReport, type ReportedFinding } from 'activation-lens';
    const report: FileReport = analyze('', { language: 'python', path: 'a.py' });
    export const places: number[] = report.usages.map(({ range }) => range.start.line);
    export const quiet: FileReport = analyze('', { settings: { preset: 'quiet', severities: { 'softmax-dim-missing': 'off' } } });
    export const rules: string[] = report.findings.map((finding: ReportedFinding) => finding.rule);
    export const gradient: number | readonly number[] | undefined = evaluate('gelu', {}, 1)?.gradient;
    export const ids: string[] = [...activations, ...frameworks].map(({ id }) => id);
    // @ts-expect-error: a text is a string.
    analyze(3);
    // @ts-expect-error: there is no such preset.
    analyze('', { settings: { preset: 'loud' } });
    // @ts-expect-error: there is no such language.
    analyze('', { language: 'cobol' });`;
  writeFileSync(join(room, 'use.mts'), use);
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const options = ['--noEmit', '--strict', '--target', 'es2022', '--module', resolution === 'bundler' ? 'esnext' : 'nodenext', '--moduleResolution', resolution];
  expect(spawnSync(process.execPath, [tsc, ...options, 'use.mts'], { cwd: room, encoding: 'utf8' }).stdout).toBe('');
});
