/** The light bulb: what can be done about the findings and the activation at the cursor. */
import * as vscode from 'vscode';
import type { Analyses } from './analysis';
import { fixAllAction, fixAllKind, findingActions } from './findingActions';
import type { Findings, FoundFindings } from './findings';
import type { Log } from './log';
import { refactorings } from './refactorings';

const { QuickFix, RefactorRewrite } = vscode.CodeActionKind;

interface CodeActionsContext {
  readonly analyses: Analyses;
  readonly findings: Findings;
  readonly log: Log;
}

export class CodeActions implements vscode.CodeActionProvider {
  constructor(private readonly context: CodeActionsContext) {}

  async provideCodeActions(document: vscode.TextDocument, range: vscode.Range, { only, diagnostics }: vscode.CodeActionContext): Promise<vscode.CodeAction[]> {
    const { findings, log } = this.context;
    const found = await findings.of(document);
    return log.attempt('Cannot offer code actions', () => {
      const fixAll = found && only?.contains(fixAllKind) === true ? fixAllAction(found) : undefined;
      return [
        ...(fixAll ? [fixAll] : []),
        ...(found && isAsked(only, QuickFix) ? findingActions(found, { document, range, diagnostics }) : []),
        ...(isAsked(only, RefactorRewrite) ? this.rewritings(document, range, found) : []),
      ];
    }) ?? [];
  }

  private rewritings(document: vscode.TextDocument, range: vscode.Range, found: FoundFindings | undefined): vscode.CodeAction[] {
    const analysis = found?.analysis ?? this.context.analyses.of(document);
    const usage = analysis?.usageAt(document, range.start);
    if (analysis === undefined || usage === undefined) return [];
    return refactorings(analysis, usage, { uri: document.uri.toString(), offset: document.offsetAt(range.start) });
  }
}

/** Everything but what happens on its own when a file is saved. */
function isAsked(only: vscode.CodeActionKind | undefined, kind: vscode.CodeActionKind): boolean {
  return only === undefined || only.contains(kind);
}
