/** All that the extension is made of, put together when something is asked of it for the first time. */
import * as vscode from 'vscode';
import type { Node } from '../inventory/outline';
import { ActivationTree } from './activationTree';
import { Analyses } from './analysis';
import { CodeActions } from './codeActions';
import { Commands } from './commands';
import { summaryOf, type FileSummary } from './fileSummary';
import { diagnosticsOf } from './diagnosticOf';
import type { Diagnoser } from './diagnostics';
import { Findings } from './findings';
import { Formulas } from './formulas';
import { Hovers } from './hover';
import { InlayHints } from './inlayHints';
import { Lab } from './lab';
import { LabMemory } from './labMemory';
import { Log } from './log';
import { ModelTree } from './modelTree';
import { pickActivation } from './plotPick';
import { ProjectConfigurations } from './projectSettings';
import { RuleCommands } from './ruleCommands';
import { RulePages } from './rulePages';
import { sourceOf } from './source';
import { WorkspaceCommands } from './workspaceCommands';
import { WorkspaceFixes } from './workspaceFixes';
import { WorkspaceIndex } from './workspaceIndex';

export interface Lens {
  readonly hovers: vscode.HoverProvider;
  readonly inlayHints: InlayHints;
  readonly codeActions: CodeActions;
  readonly diagnoser: Diagnoser;
  readonly commands: Commands;
  readonly ruleCommands: RuleCommands;
  readonly workspace: WorkspaceCommands;
  readonly tree: ActivationTree;
  readonly modelTree: ModelTree;
  readonly lab: Lab;
  readonly summarise: (document: vscode.TextDocument) => Promise<FileSummary | undefined>;
}

export function createLens({ extension, extensionUri, workspaceState, subscriptions }: vscode.ExtensionContext, view: vscode.TreeView<Node>): Lens {
  const log = new Log();
  const analyses = new Analyses(log);
  const formulas = new Formulas(extensionUri, log);
  const pages = new RulePages();
  const askForCurve = async (): Promise<string | undefined> =>
    (await pickActivation(vscode.l10n.t('Which function shall be added?')))?.activation;
  const lab = new Lab({ extension: extensionUri, id: extension.id, memory: new LabMemory(workspaceState), analyses, log, formulas, pickActivation: askForCurve });
  const index = new WorkspaceIndex(analyses, log);
  const tree = new ActivationTree(view, index, workspaceState);
  const projects = new ProjectConfigurations(log);
  const findings = new Findings(analyses, projects, log);
  const modelTree = new ModelTree(analyses, log);
  subscriptions.push(log, analyses, pages, lab, tree, index, projects, findings, modelTree);
  return {
    hovers: new Hovers({ analyses, formulas, log }),
    inlayHints: new InlayHints(analyses, log),
    codeActions: new CodeActions({ analyses, findings, log }),
    diagnoser: { diagnose: (document) => diagnose(findings, document, log), onDidChangeProject: projects.onDidChange },
    commands: new Commands(analyses, lab),
    ruleCommands: new RuleCommands(pages, new WorkspaceFixes(findings)),
    workspace: new WorkspaceCommands({ analyses, index, tree, lab }),
    tree,
    modelTree,
    lab,
    summarise: (document) => summaryOf(analyses, document).catch((error: unknown) => {
      log.error('Cannot sum a file up', error);
      return undefined;
    }),
  };
}

/** Where diagnostics were switched off, or are not to be had, those that are there go. */
async function diagnose(findings: Findings, document: vscode.TextDocument, log: Log): Promise<[vscode.Uri, vscode.Diagnostic[]][]> {
  try {
    const found = await findings.of(document);
    if (found !== undefined) return diagnosticsOf(found);
  } catch (error) {
    log.error(`Cannot check ${document.uri.toString()}`, error);
  }
  return (sourceOf(document)?.parts ?? []).map(({ uri }) => [uri, []]);
}
