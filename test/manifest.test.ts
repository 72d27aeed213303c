import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hoverCommands } from '../src/explanations/hover';
import { rules } from '../src/rules/catalogue';
import { choices, presets } from '../src/rules/settings';
import { manifestWithRules } from './rig/catalogue.mjs';
import { seriesDefaults } from '../src/pictures/series';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const manifestText = read('package.json');
const { contributes, activationEvents, engines, devDependencies } = JSON.parse(manifestText);

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).map((file) => read(join(folder, file)));
}

describe('the manifest', () => {
  test('has every text it refers to, and no other', () => {
    const used = [...manifestText.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key);
    expect(Object.keys(JSON.parse(read('package.nls.json'))).sort()).toEqual([...new Set(used)].sort());
  });

  test('names the commands that are registered', () => {
    const registered = [...read('src/extension.ts').matchAll(/command\('(\w+)'/g)].map(([, name]) => `activationLens.${name}`);
    const contributed: string[] = contributes.commands.map(({ command }: { command: string }) => command);
    expect(contributed.sort()).toEqual(registered.sort());
    expect(contributed).toEqual(expect.arrayContaining([...hoverCommands]));
  });

  test('offers in notebooks what it offers in files of Python', () => {
    // A list of commands knows no language there, since no text editor is the active one.
    const conditions: string[] = contributes.menus.commandPalette.map(({ when }: { when: string }) => when);
    const onPython = conditions.filter((when) => when.includes('editorLangId == python'));
    expect(new Set(onPython)).toEqual(new Set(['editorLangId == python || notebookType == jupyter-notebook']));
  });

  test('offers by key and by name in configurations what works there', () => {
    // VS Code alone takes TOML for plain text.
    const read = 'editorLangId =~ /^(python|jsonc?|yaml|toml)$/ || resourceExtname == .toml';
    const inConfigurations = contributes.menus.commandPalette.filter(({ when }: { when: string }) => when === `${read} || notebookType == jupyter-notebook`);
    expect(inConfigurations.map(({ command }: { command: string }) => command)).toEqual(['activationLens.openLab', 'activationLens.compareFile', 'activationLens.goToUse']);
    expect(contributes.keybindings.map(({ when }: { when: string }) => when)).toEqual([`editorTextFocus && (${read})`]);
  });

  test('activates on Python, on what configurations of models are written in, and on a link to the Lab', () => {
    expect(activationEvents).toEqual(['onLanguage:python', 'onLanguage:json', 'onLanguage:yaml', 'onLanguage:toml', 'onWebviewPanel:activationLens.lab', 'onUri']);
  });

  test('gives the series the colours that the Lab falls back to', () => {
    const colours = contributes.colors.map(({ defaults }: { defaults: Record<string, string> }) => defaults);
    const expected = ([1, 2, 3, 4, 5] as const).map((series) => ({
      dark: seriesDefaults.dark[series], light: seriesDefaults.light[series],
      highContrast: seriesDefaults.highContrast[series], highContrastLight: seriesDefaults.highContrastLight[series],
    }));
    expect(colours).toEqual(expected);
  });

  test('lets every rule be set', async () => {
    expect(manifestText).toBe(await manifestWithRules());
    const { properties } = contributes.configuration.properties['activationLens.rules'];
    expect(Object.keys(properties)).toEqual(rules.map(({ id }) => id));
    for (const schema of Object.values<{ enum: string[] }>(properties)) expect([...schema.enum].sort()).toEqual([...choices].sort());
    expect(contributes.configuration.properties['activationLens.diagnostics.preset'].enum).toEqual([...presets]);
  });

  test('asks for no newer VS Code than the types it is written against', () => {
    const [types, engine] = [devDependencies['@types/vscode'], engines.vscode].map((version: string) => version.split('.').slice(0, 2).join('.'));
    expect(types).toBe(engine);
  });
});

describe('what the extension says at run time', () => {
  test('is in the bundle that translators start from', async () => {
    const said = sources('src').flatMap((text) => [...text.matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, message]) => message ?? ''));
    const bundle = Object.fromEntries([...new Set(said)].sort().map((message) => [message, message]));
    await expect(`${JSON.stringify(bundle, null, 2)}\n`).toMatchFileSnapshot('../media/l10n/bundle.l10n.json');
  });
});
