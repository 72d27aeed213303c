/** A function written by hand, as it was selected in the code: read for the Lab, and replaced where a known one is chosen instead. */
import * as vscode from 'vscode';
import { findActivation } from '../activations/catalogue';
import { replaceFormula } from '../advice/formulaReplacement';
import type { Choice } from '../advice/phrases';
import type { LabSubject } from '../protocol/messages';
import { expressionOf, type PlottedExpression } from '../usages/formulas/expressionOf';
import type { Usage } from '../usages/usage';
import type { Analyses, Analysis } from './analysis';
import { applyReplacement } from './change';
import { placeOf } from './labSubject';
import type { Origin } from './origin';
import { bringIntoView, reveal } from './reveal';

const longestCode = 60;

export interface OwnExpression {
  readonly uri: string;
  readonly code: string;
  readonly plotted: PlottedExpression;
}

export function isOwnExpression(place: Origin | OwnExpression): place is OwnExpression {
  return 'plotted' in place;
}

/** What is selected in an editor, or a problem in words. */
export function selectedExpression(analysis: Analysis, { document, selection }: vscode.TextEditor): OwnExpression | { readonly problem: string } {
  const [start, end] = [analysis.offsetAt(document, selection.start), analysis.offsetAt(document, selection.end)];
  const plotted = expressionOf(analysis.reading, { start, end });
  if ('problem' in plotted) return plotted;
  return { uri: document.uri.toString(), code: analysis.tree.text.slice(plotted.span.start, plotted.span.end), plotted };
}

export function subjectOfExpression(analysis: Analysis, { code, plotted }: OwnExpression): LabSubject {
  const line = code.replace(/\s+/g, ' ');
  return {
    usage: {
      activation: '', parameters: {}, assumed: [], framework: plotted.framework,
      code: line.length <= longestCode ? line : `${line.slice(0, longestCode - 1)}…`, place: placeOf(analysis, usageOf(plotted, { activation: '', parameters: {} })),
    },
    curves: [{ activation: '', parameters: {}, expression: plotted.expression }],
    situation: { constraints: [] }, following: false,
  };
}

/** Puts a framework's function in the place of the formula; says in words why it did not. */
export async function replaceExpression(analyses: Analyses, own: OwnExpression, choice: Choice, preview: boolean): Promise<string | undefined> {
  const found = await locate(analyses, own);
  const name = findActivation(choice.activation)?.name ?? choice.activation;
  if (found === undefined) return vscode.l10n.t('This expression is no longer in the code, so nothing was replaced.');
  const { analysis, plotted } = found;
  const replacement = plotted.isFormula ? replaceFormula(analysis.tree, usageOf(plotted, choice)) : undefined;
  const location = analysis.locationOf(plotted.span);
  if (replacement === undefined || location === undefined) return vscode.l10n.t('{0} cannot take this place by itself. Copy its code from the Lab instead.', name);
  await bringIntoView(location);
  return applyReplacement(analysis, replacement, vscode.l10n.t('Use {0}', name), preview);
}

export async function revealExpression(analyses: Analyses, own: OwnExpression): Promise<string | undefined> {
  const found = await locate(analyses, own);
  const location = found?.analysis.locationOf(found.plotted.span);
  if (location === undefined) return vscode.l10n.t('This expression is no longer in the code.');
  await reveal(location);
  return undefined;
}

/** Where it stands by now: where it stood, else the one place that says the same. */
async function locate(analyses: Analyses, { uri, code, plotted }: OwnExpression): Promise<{ readonly analysis: Analysis; readonly plotted: PlottedExpression } | undefined> {
  const document = await Promise.resolve(vscode.workspace.openTextDocument(vscode.Uri.parse(uri))).catch(() => undefined);
  const analysis = document && analyses.of(document);
  if (analysis === undefined) return undefined;
  const { text } = analysis.tree;
  const { start } = plotted.span;
  const stays = text.startsWith(code, start);
  const first = text.indexOf(code);
  if (!stays && (first < 0 || text.indexOf(code, first + 1) >= 0)) return undefined;
  const at = stays ? start : first;
  return { analysis, plotted: { ...plotted, span: { start: at, end: at + code.length } } };
}

/** As the finder of formulas would report it, were it the activation that is chosen. */
function usageOf({ span, framework }: PlottedExpression, { activation, parameters }: Choice): Usage {
  return {
    activation, framework, symbol: '', form: 'formula', certainty: 'hand-written', span, expression: span, scope: '',
    parameters: Object.entries(parameters).map(([name, value]) => ({ name, value, source: 'written' })),
  };
}
