/** All that the extension is made of, put together when something is asked of it for the first time. */
import * as vscode from 'vscode';
import type { Node } from '../inventory/outline';
import { ActivationTree } from './activationTree';
import { Analyses } from './analysis';
import { Commands } from './commands';
import { DocumentationPages } from './documentationPage';
import { summaryOf, type FileSummary } from './fileSummary';
import { Formulas } from './formulas';
import { Hovers } from './hover';
import { InlayHints } from './inlayHints';
import { Lab } from './lab';
import { Log } from './log';
import { pickActivation } from './plotPick';
import { WorkspaceCommands } from './workspaceCommands';
import { WorkspaceIndex } from './workspaceIndex';

export interface Lens {
  readonly hovers: vscode.HoverProvider;
  readonly inlayHints: InlayHints;
  readonly commands: Commands;
  readonly workspace: WorkspaceCommands;
  readonly tree: ActivationTree;
  readonly lab: Lab;
  readonly summarise: (document: vscode.TextDocument) => FileSummary | undefined;
}

export function createLens({ extensionUri, workspaceState, subscriptions }: vscode.ExtensionContext, view: vscode.TreeView<Node>): Lens {
  const log = new Log();
  const analyses = new Analyses(log);
  const formulas = new Formulas(extensionUri, log);
  const pages = new DocumentationPages(formulas, log);
  const askForCurve = async (): Promise<string | undefined> =>
    (await pickActivation(vscode.l10n.t('Which function shall be added?')))?.activation;
  const lab = new Lab({ extension: extensionUri, memory: workspaceState, analyses, log, pickActivation: askForCurve });
  const index = new WorkspaceIndex(analyses, log);
  const tree = new ActivationTree(view, index, workspaceState);
  subscriptions.push(log, analyses, pages, lab, tree, index);
  return {
    hovers: new Hovers({ analyses, formulas, log }),
    inlayHints: new InlayHints(analyses, log),
    commands: new Commands(analyses, lab, pages),
    workspace: new WorkspaceCommands({ analyses, index, tree, lab }),
    tree,
    lab,
    summarise: (document) => log.attempt('Cannot sum a file up', () => summaryOf(analyses, document)),
  };
}
