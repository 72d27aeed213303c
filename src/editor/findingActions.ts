/** What can be done about a finding: the best first; then the same elsewhere, silence, and why. */
import * as vscode from 'vscode';
import type { ShownFinding } from '../rules/check';
import { fixesTogether } from '../rules/fixes';
import { ignoreEdit } from '../rules/ignoring';
import { diagnosticSource } from './diagnosticOf';
import { workspaceEdit } from './edits';
import type { FoundFindings } from './findings';

export const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('activationLens');

interface Asked {
  readonly document: vscode.TextDocument;
  readonly range: vscode.Range;
  /** What VS Code shows there, of whatever extension. */
  readonly diagnostics: readonly vscode.Diagnostic[];
}

/** Of all findings that touch the range; each rule offers to fix its others once. */
export function findingActions(found: FoundFindings, asked: Asked): vscode.CodeAction[] {
  const here = found.findings.filter((finding) => isAt(found, finding, asked));
  const firsts = here.filter(({ rule }, index) => here.findIndex((other) => other.rule === rule) === index);
  return [
    ...here.flatMap((finding) => fixHere(found, finding, asked)),
    ...firsts.flatMap((finding) => fixElsewhere(found, finding, asked)),
    ...here.flatMap((finding) => ignoreHere(found, finding, asked)),
    ...firsts.map((finding) => explain(finding, asked)),
  ];
}

/** Everything in the file whose fix is sure, as when a file is saved. */
export function fixAllAction(found: FoundFindings): vscode.CodeAction | undefined {
  const { edits } = fixesTogether(found.findings.filter(({ confidence }) => confidence === 'certain'));
  const edit = edits.length === 0 ? undefined : workspaceEdit(found.analysis, edits);
  if (edit === undefined) return undefined;
  const action = new vscode.CodeAction(vscode.l10n.t('Fix all that Activation Lens is sure of'), fixAllKind);
  action.edit = edit;
  return action;
}

function isAt({ analysis }: FoundFindings, { span }: ShownFinding, { document, range }: Asked): boolean {
  const location = analysis.locationOf(span);
  return location?.document === document && location.range.intersection(range) !== undefined;
}

function fixHere({ analysis }: FoundFindings, finding: ShownFinding, asked: Asked): vscode.CodeAction[] {
  const edit = finding.fix === null ? undefined : workspaceEdit(analysis, finding.fix.edits);
  if (finding.fix === null || edit === undefined) return [];
  const action = quickFix(finding.fix.title, diagnosticFor(finding, asked));
  action.edit = edit;
  action.isPreferred = finding.confidence === 'certain';
  return [action];
}

function fixElsewhere({ analysis, findings }: FoundFindings, finding: ShownFinding, asked: Asked): vscode.CodeAction[] {
  const { rule } = finding;
  const fixable = findings.filter((other) => other.rule === rule && other.fix !== null);
  if (fixable.length === 0) return [];
  const { edits, fixed } = fixesTogether(fixable);
  const diagnostic = diagnosticFor(finding, asked);
  const inWorkspace = quickFix(vscode.l10n.t('Fix all {0} in the workspace…', rule), diagnostic);
  inWorkspace.command = { command: 'activationLens.fixRuleInWorkspace', title: inWorkspace.title, arguments: [rule] };
  const edit = fixed.length < 2 ? undefined : workspaceEdit(analysis, edits);
  if (edit === undefined) return [inWorkspace];
  const inFile = quickFix(vscode.l10n.t('Fix all {0} in this file ({1})', rule, fixed.length), diagnostic);
  inFile.edit = edit;
  return [inFile, inWorkspace];
}

function ignoreHere({ analysis }: FoundFindings, finding: ShownFinding, asked: Asked): vscode.CodeAction[] {
  const comment = ignoreEdit(analysis.tree, finding.span, finding.rule);
  const edit = comment && workspaceEdit(analysis, [comment]);
  if (edit === undefined) return [];
  const action = quickFix(vscode.l10n.t('Ignore {0} on this line', finding.rule), diagnosticFor(finding, asked));
  action.edit = edit;
  return [action];
}

function explain(finding: ShownFinding, asked: Asked): vscode.CodeAction {
  const { rule } = finding;
  const action = quickFix(vscode.l10n.t('Explain {0}', rule), diagnosticFor(finding, asked));
  action.command = { command: 'activationLens.explainRule', title: action.title, arguments: [rule] };
  return action;
}

/** All of them belong to what VS Code shows, since it puts those that do not behind. */
function quickFix(title: string, diagnostic: vscode.Diagnostic | undefined): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  if (diagnostic !== undefined) action.diagnostics = [diagnostic];
  return action;
}

function diagnosticFor({ rule, message }: ShownFinding, { diagnostics }: Asked): vscode.Diagnostic | undefined {
  return diagnostics.find(({ source, code, message: said }) =>
    source === diagnosticSource && typeof code === 'object' && code.value === rule && said === message);
}
