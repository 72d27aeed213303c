/**
 * Puts an activation into the code: one step to undo, with VS Code's preview where the person asked for it. Nothing is saved.
 * Each function answers in words why it did nothing, or `undefined`.
 */
import * as vscode from 'vscode';
import { findActivation } from '../activations/catalogue';
import { companionEdits } from '../advice/companions';
import { replaceFormula } from '../advice/formulaReplacement';
import type { Choice } from '../advice/phrases';
import { insertActivation, replaceUsage, type Replacement } from '../advice/replacement';
import type { Analyses, Analysis } from './analysis';
import { addEdits } from './edits';
import { madeUnknown, makerIn } from './maker';
import type { FoundUsage } from './origin';
import { bringIntoView, pythonEditor } from './reveal';

/** What a later call calls is replaced where it is made. */
export async function replaceInCode(found: FoundUsage, choice: Choice, preview: boolean): Promise<string | undefined> {
  const maker = makerIn(found);
  if (maker === undefined) return madeUnknown(found);
  const { analysis, usage } = maker;
  const name = nameOf(choice);
  const replacement = replacementOf(maker, choice);
  const location = analysis.locationOf(usage.expression);
  if (replacement === undefined || location === undefined) {
    return vscode.l10n.t('{0} cannot take this place by itself: other lines would have to change too.', name);
  }
  await bringIntoView(location);
  const beside = analysis.facts === undefined ? [] : companionEdits(analysis.tree, analysis.facts, usage, choice);
  // What changes elsewhere is looked at before it is done.
  return applyReplacement(analysis, { ...replacement, edits: [...replacement.edits, ...beside] }, vscode.l10n.t('Use {0}', name), preview || beside.length > 0);
}

/** What a use becomes; a formula becomes a call of the framework's own function. */
export function replacementOf({ analysis: { tree }, usage }: FoundUsage, { activation, parameters }: Choice): Replacement | undefined {
  if (usage.form !== 'formula') return replaceUsage(tree, usage, { activation, parameters });
  const written = Object.entries(parameters).map(([name, value]) => ({ name, value, source: 'written' as const }));
  return replaceFormula(tree, { ...usage, activation, parameters: written });
}

/** At the cursor of the Python that is in view, in the framework of its other activations. */
export async function insertInCode(analyses: Analyses, choice: Choice, preview: boolean): Promise<string | undefined> {
  const name = nameOf(choice);
  const editor = pythonEditor();
  const analysis = editor && analyses.of(editor.document);
  if (editor === undefined || analysis === undefined) {
    return vscode.l10n.t('Open a Python file and put the cursor where {0} should stand.', name);
  }
  const at = analysis.offsetAt(editor.document, editor.selection.active);
  const replacement = insertActivation(analysis.tree, at, analysis.usages[0]?.framework ?? 'pytorch', choice);
  if (replacement === undefined) return vscode.l10n.t('The framework of this file has no {0} with these parameters.', name);
  return applyReplacement(analysis, replacement, vscode.l10n.t('Insert {0}', name), preview);
}

/**
 * An import that is added comes along without a preview, as with every completion that imports: VS Code's preview leaves each
 * change unticked, and an import without its use, or a use without its import, is no choice to offer.
 */
export async function applyReplacement(analysis: Analysis, { edits, addsImport }: Replacement, label: string, preview: boolean): Promise<string | undefined> {
  const confirmation = preview ? { needsConfirmation: true, label } : undefined;
  const edit = new vscode.WorkspaceEdit();
  if (!addEdits(edit, analysis, edits, confirmation)) return vscode.l10n.t('The change would reach over the end of a cell.');
  const isApplied = await vscode.workspace.applyEdit(edit);
  if (isApplied && addsImport) vscode.window.setStatusBarMessage(vscode.l10n.t('An import was added at the top.'), 5000);
  if (isApplied) return undefined;
  return preview
    ? vscode.l10n.t('Nothing was changed. The preview applies what is ticked in it.')
    : vscode.l10n.t('VS Code did not take the change. Is the file read-only?');
}

function nameOf({ activation }: Choice): string {
  return findActivation(activation)?.name ?? activation;
}
