/**
 * Wiring: says to VS Code what there is. The rest is loaded when a person asks for something, so that opening a Python file
 * costs nothing.
 */
import * as vscode from 'vscode';
import { Diagnostics } from './editor/diagnostics';
import { lazyTree } from './editor/lazyTree';
import type { Lens } from './editor/lens';
import { StatusBar } from './editor/statusBar';
import { activationsView, labViewType, modelView } from './editor/viewIds';

export function activate(context: vscode.ExtensionContext): void {
  let loaded: Promise<Lens> | undefined;
  const lens = (): Promise<Lens> => (loaded ??= import('./editor/lens').then(({ createLens }) => createLens(context, view)));
  const view = vscode.window.createTreeView(activationsView, { treeDataProvider: lazyTree(async () => (await lens()).tree), showCollapseAll: true });

  const command = (name: string, run: (lens: Lens, argument: unknown) => Promise<void> | void): vscode.Disposable =>
    vscode.commands.registerCommand(`activationLens.${name}`, async (argument: unknown) => run(await lens(), argument));

  context.subscriptions.push(
    view,
    // VS Code alone takes TOML for plain text.
    vscode.languages.registerHoverProvider(['python', 'json', 'jsonc', 'yaml', 'toml', { language: 'plaintext', pattern: '**/*.toml' }], {
      provideHover: async (document, position, token) => (await lens()).hovers.provideHover(document, position, token),
    }),
    vscode.window.registerWebviewPanelSerializer(labViewType, {
      deserializeWebviewPanel: async (panel, state: unknown) => (await lens()).lab.deserializeWebviewPanel(panel, state),
    }),
    vscode.window.registerUriHandler({ handleUri: async (uri) => (await lens()).lab.handleUri(uri) }),
    vscode.window.createTreeView(modelView, { treeDataProvider: lazyTree(async () => (await lens()).modelTree) }),
    new StatusBar(async (document) => (await lens()).summarise(document)),
    new Diagnostics(async () => (await lens()).diagnoser),
    codeActions(lens),
    inlayHints(lens),
    command('plot', ({ commands }) => commands.plot()),
    command('openLab', ({ commands }, argument) => commands.openLab(argument)),
    command('showOptions', ({ commands }, argument) => commands.showOptions(argument)),
    command('pinLab', ({ lab }) => lab.pin(true)),
    command('unpinLab', ({ lab }) => lab.pin(false)),
    command('plotSelection', ({ commands }) => commands.plotSelection()),
    command('understand', ({ commands }, argument) => commands.understand(argument)),
    command('replaceActivation', ({ commands }, argument) => commands.replaceActivation(argument)),
    command('explainRule', ({ ruleCommands }, argument) => ruleCommands.explain(argument)),
    command('fixRuleInWorkspace', ({ ruleCommands }, argument) => ruleCommands.fixInWorkspace(argument)),
    command('findAllUses', ({ workspace }, argument) => workspace.findAllUses(argument)),
    command('compareFile', ({ workspace }, argument) => workspace.compareFile(argument)),
    command('goToUse', ({ workspace }) => workspace.goToUse()),
    command('openUse', ({ workspace }, argument) => workspace.openUse(argument)),
    command('refresh', ({ workspace }) => workspace.refresh()),
    command('stop', ({ workspace }) => workspace.stop()),
    command('filter', ({ workspace }) => workspace.filter()),
    command('clearFilter', ({ workspace }) => workspace.clearFilter()),
    command('groupByFile', ({ workspace }) => workspace.group('file')),
    command('groupByActivation', ({ workspace }) => workspace.group('activation')),
  );
}

/** The kinds are said here, since VS Code asks which actions there can be before it asks for any. */
function codeActions(lens: () => Promise<Lens>): vscode.Disposable {
  const { QuickFix, RefactorRewrite, SourceFixAll } = vscode.CodeActionKind;
  return vscode.languages.registerCodeActionsProvider('python', {
    provideCodeActions: async (document, range, context) => (await lens()).codeActions.provideCodeActions(document, range, context),
  }, { providedCodeActionKinds: [QuickFix, RefactorRewrite, SourceFixAll.append('activationLens')] });
}

/** Only where a person switched them on; VS Code asks again when that changes. */
function inlayHints(lens: () => Promise<Lens>): vscode.Disposable {
  const setting = 'activationLens.inlayHints.enabled';
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(setting)) changed.fire();
    }),
    vscode.languages.registerInlayHintsProvider({ language: 'python' }, {
      onDidChangeInlayHints: changed.event,
      provideInlayHints: async (document, range) => {
        const isWanted = vscode.workspace.getConfiguration(undefined, document).get(setting, false);
        return isWanted ? (await lens()).inlayHints.provideInlayHints(document, range) : [];
      },
    }),
  );
}
