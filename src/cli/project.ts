/** What the project around a file has decided about the rules. Each folder is looked into once. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isFailure } from '../documents/failure';
import type { Configuration } from '../rules/configuration';
import { configurationNames, type ConfigurationName, type RuleSettings } from '../rules/settings';
import { exclusion } from './ignored';
import { attempt } from './read';

interface Project {
  readonly settings: RuleSettings;
  readonly isExcluded: (path: string) => boolean;
}

type ProjectFinder = (path: string) => Promise<Project | undefined>;

/** `tell` hears what could not be understood, once for each file of settings. */
export function projectFinder(tell: (problem: string) => void): ProjectFinder {
  const found = new Map<string, Promise<Project | undefined>>();
  const around = (folder: string): Promise<Project | undefined> => {
    const known = found.get(folder) ?? lookUp(folder);
    found.set(folder, known);
    return known;
  };
  const lookUp = async (folder: string): Promise<Project | undefined> => {
    const parent = dirname(folder);
    return await projectIn(folder, tell) ?? (parent === folder ? undefined : around(parent));
  };
  return (path) => around(dirname(resolve(path)));
}

async function projectIn(folder: string, tell: (problem: string) => void): Promise<Project | undefined> {
  for (const name of configurationNames) {
    const file = join(folder, name);
    const configuration = existsSync(file) ? await configurationIn(file, name) : undefined;
    if (configuration === undefined) continue;
    for (const problem of configuration.problems) tell(`${file}: ${problem}`);
    const isExcluded = exclusion(configuration.exclude, folder);
    return { settings: configuration.settings, isExcluded: (path) => isExcluded(path, false) };
  }
  return undefined;
}

/** The parsers are loaded when there is a file for them. */
async function configurationIn(file: string, name: ConfigurationName): Promise<Configuration | undefined> {
  const { readConfiguration } = await import('../rules/configuration');
  const text = attempt(() => readFileSync(file, 'utf8'));
  return isFailure(text) ? { settings: {}, exclude: [], problems: [text.reason] } : readConfiguration(text, name);
}
