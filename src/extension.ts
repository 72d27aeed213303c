/**
 * Wiring: says to VS Code what there is. The rest is loaded when a person asks for something, so that opening a Python file
 * costs nothing.
 */
import * as vscode from 'vscode';
import type { Commands } from './editor/commands';
import { labViewType } from './editor/labViewType';
import type { Lens } from './editor/lens';

export function activate(context: vscode.ExtensionContext): void {
  let loaded: Promise<Lens> | undefined;
  const lens = (): Promise<Lens> => (loaded ??= import('./editor/lens').then(({ createLens }) => createLens(context)));

  const command = (name: string, run: (commands: Commands, argument: unknown) => Promise<void>): vscode.Disposable =>
    vscode.commands.registerCommand(`activationLens.${name}`, async (argument: unknown) => run((await lens()).commands, argument));

  context.subscriptions.push(
    vscode.languages.registerHoverProvider({ language: 'python' }, {
      provideHover: async (document, position, token) => (await lens()).hovers.provideHover(document, position, token),
    }),
    vscode.window.registerWebviewPanelSerializer(labViewType, {
      deserializeWebviewPanel: async (panel, state: unknown) => (await lens()).lab.deserializeWebviewPanel(panel, state),
    }),
    command('plot', (commands) => commands.plot()),
    command('openLab', (commands, argument) => commands.openLab(argument)),
    command('showOptions', (commands, argument) => commands.showOptions(argument)),
    command('understand', (commands, argument) => commands.understand(argument)),
  );
}
