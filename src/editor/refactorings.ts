/** Changes of activations in which nothing is wrong: another one, the framework's own, its defaults written out. */
import * as vscode from 'vscode';
import { replaceFormula } from '../advice/formulaReplacement';
import { inserted } from '../documents/edit';
import { unwrittenIn } from '../explanations/unwritten';
import type { Usage } from '../usages/usage';
import type { Analysis } from './analysis';
import { workspaceEdit } from './edits';
import { makerIn, nameAt } from './maker';
import type { FoundUsage } from './origin';

export function refactorings(analysis: Analysis, usage: Usage, place: { readonly uri: string; readonly offset: number }): vscode.CodeAction[] {
  return [...anotherActivation({ analysis, usage }, place), ...ownFunction(analysis, usage), ...explicitDefaults(analysis, usage)];
}

/** Of a later call where it is known what makes its layer: there is the edit. */
function anotherActivation(found: FoundUsage, place: object): vscode.CodeAction[] {
  const maker = makerIn(found);
  if (maker === undefined || maker.usage.certainty === 'hand-written' || maker.usage.form === 'configuration') return [];
  const action = rewriting(vscode.l10n.t('Replace {0} with another activation…', nameAt(found)));
  action.command = { command: 'activationLens.replaceActivation', title: action.title, arguments: [place] };
  return [action];
}

/** Of the formula that the cursor stands in, be it on a part that is an activation itself, as the sigmoid of a SiLU is. */
function ownFunction(analysis: Analysis, { expression }: Usage): vscode.CodeAction[] {
  const around = analysis.usages.filter((each) => each.form === 'formula' && each.expression.start <= expression.start && expression.end <= each.expression.end);
  const [innermost] = around.sort((a, b) => lengthOf(a) - lengthOf(b));
  const replacement = innermost && replaceFormula(analysis.tree, innermost);
  const edit = replacement && workspaceEdit(analysis, replacement.edits);
  if (replacement === undefined || edit === undefined) return [];
  const action = rewriting(vscode.l10n.t('Replace this formula with {0}', replacement.code));
  action.edit = edit;
  return [action];
}

function lengthOf({ expression: { start, end } }: Usage): number {
  return end - start;
}

function explicitDefaults(analysis: Analysis, usage: Usage): vscode.CodeAction[] {
  const unwritten = unwrittenIn(usage, analysis.document.text);
  if (unwritten === undefined) return [];
  const written = unwritten.defaults.map(({ argument, value }) => `${argument}=${value}`).join(', ');
  const edit = workspaceEdit(analysis, [inserted(unwritten.offset, unwritten.separator + written)]);
  if (edit === undefined) return [];
  const action = rewriting(vscode.l10n.t('Make default explicit: {0}', written));
  action.edit = edit;
  return [action];
}

function rewriting(title: string): vscode.CodeAction {
  return new vscode.CodeAction(title, vscode.CodeActionKind.RefactorRewrite);
}
