/** What the status bar says of a file: its activations, the most used first. */
import * as vscode from 'vscode';
import { findActivation } from '../activations/catalogue';
import { countsOf } from '../inventory/counts';
import type { Analyses } from './analysis';

export interface FileSummary {
  readonly text: string;
  readonly tooltip: vscode.MarkdownString;
  readonly spoken: string;
}

/** The status bar belongs to all, so that only the most used have room. */
const mostNames = 2;

/** Undefined for a file without activations. */
export async function summaryOf(analyses: Analyses, document: vscode.TextDocument): Promise<FileSummary | undefined> {
  const analysis = await analyses.at(document);
  const counts = countsOf(analysis?.usages ?? []);
  if (counts.length === 0) return undefined;
  const uses = counts.reduce((sum, { count }) => sum + count, 0);
  const names = counts.map(({ activation }) => findActivation(activation)?.name ?? activation);
  const shown = [...names.slice(0, mostNames), ...(names.length > mostNames ? ['…'] : [])].join(', ');
  const tooltip = new vscode.MarkdownString();
  tooltip.appendMarkdown(`**${vscode.l10n.t('Activations in this file')}**\n\n`);
  tooltip.appendText(counts.map(({ count }, index) => `${names[index]} ${count}`).join('\n'));
  return { text: `$(graph-line) ${shown} ·${uses}`, tooltip, spoken: vscode.l10n.t('Activations in this file: {0}', names.join(', ')) };
}
