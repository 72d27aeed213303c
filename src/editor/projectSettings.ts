/** What a project has decided about the rules, from the nearest of its configuration files. */
import * as vscode from 'vscode';
import { ignoredBy } from '../inventory/ignored';
import type { Configuration } from '../rules/configuration';
import { configurationNames, type ConfigurationName, type RuleSettings } from '../rules/settings';
import type { Log } from './log';

const watched = `**/{${configurationNames.join(',')}}`;

interface ProjectSettings {
  readonly settings: RuleSettings;
  /** No rule speaks of the file. */
  readonly isExcluded: boolean;
}

interface Placed {
  readonly folder: vscode.Uri;
  readonly configuration: Configuration;
}

export class ProjectConfigurations implements vscode.Disposable {
  private readonly kept = new Map<string, Promise<Placed | undefined>>();
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable;
  readonly onDidChange = this.changed.event;

  constructor(private readonly log: Log) {
    const watcher = vscode.workspace.createFileSystemWatcher(watched);
    const forget = (): void => {
      this.kept.clear();
      this.changed.fire();
    };
    this.subscriptions = vscode.Disposable.from(this.changed, watcher, watcher.onDidChange(forget), watcher.onDidCreate(forget), watcher.onDidDelete(forget));
  }

  async of(file: vscode.Uri): Promise<ProjectSettings> {
    const placed = file.scheme === 'untitled' ? undefined : await this.nearest(vscode.Uri.joinPath(file, '..'));
    if (placed === undefined) return { settings: {}, isExcluded: false };
    const { folder, configuration: { settings, exclude } } = placed;
    const path = file.path.slice(folder.path.length + (folder.path.endsWith('/') ? 0 : 1));
    return { settings, isExcluded: exclude.length > 0 && ignoredBy([{ folder: '', text: exclude.join('\n') }])(path) };
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private nearest(folder: vscode.Uri): Promise<Placed | undefined> {
    const key = folder.toString();
    const kept = this.kept.get(key) ?? this.find(folder);
    this.kept.set(key, kept);
    return kept;
  }

  /** Up to the root, as the terminal looks; where folders are far away, up to that of the workspace. */
  private async find(folder: vscode.Uri): Promise<Placed | undefined> {
    const configuration = await this.readIn(folder);
    if (configuration !== undefined) return { folder, configuration };
    const above = vscode.Uri.joinPath(folder, '..');
    const isFar = folder.scheme !== 'file' && vscode.workspace.getWorkspaceFolder(above) === undefined;
    return above.path === folder.path || isFar ? undefined : this.nearest(above);
  }

  private async readIn(folder: vscode.Uri): Promise<Configuration | undefined> {
    for (const name of configurationNames) {
      const configuration = await this.readFile(vscode.Uri.joinPath(folder, name), name);
      if (configuration !== undefined) return configuration;
    }
    return undefined;
  }

  /** What reads such files is loaded with the first that is there. */
  private async readFile(uri: vscode.Uri, name: ConfigurationName): Promise<Configuration | undefined> {
    const text = await vscode.workspace.fs.readFile(uri).then((bytes) => new TextDecoder().decode(bytes), () => undefined);
    if (text === undefined) return undefined;
    const { readConfiguration } = await import('../rules/configuration');
    const configuration = this.log.attempt(`Cannot read ${uri.toString()}`, () => readConfiguration(text, name));
    for (const problem of configuration?.problems ?? []) this.log.warn(`${uri.fsPath}: ${problem}`);
    return configuration;
  }
}
