/** Which rules speak of a file: what the person set for all projects, over it the project's own file, over it the workspace. */
import * as vscode from 'vscode';
import { choices, overlaid, presets, type Choice, type Preset, type RuleSettings } from '../rules/settings';
import type { ProjectConfigurations } from './projectSettings';

/** Undefined where no rule is to speak. */
export async function ruleSettingsOf(file: vscode.Uri, projects: ProjectConfigurations): Promise<RuleSettings | undefined> {
  const { settings, isExcluded } = await projects.of(file);
  if (isExcluded) return undefined;
  const configuration = vscode.workspace.getConfiguration('activationLens', file);
  const preset = configuration.inspect('diagnostics.preset');
  const rules = configuration.inspect('rules');
  const layers = [
    settingsFrom(preset?.globalValue, rules?.globalValue),
    settings,
    settingsFrom(preset?.workspaceValue, rules?.workspaceValue),
    settingsFrom(preset?.workspaceFolderValue, rules?.workspaceFolderValue),
  ];
  return layers.reduce(overlaid, {});
}

/** Settings are typed by hand, so what has another shape says nothing. */
function settingsFrom(preset: unknown, rules: unknown): RuleSettings {
  const severities = typeof rules === 'object' && rules !== null ? Object.entries(rules).filter(isChosen) : [];
  return { ...(isPreset(preset) ? { preset } : {}), severities: Object.fromEntries(severities) };
}

function isPreset(value: unknown): value is Preset {
  return presets.some((preset) => preset === value);
}

function isChosen(entry: [string, unknown]): entry is [string, Choice] {
  return choices.some((choice) => choice === entry[1]);
}
