/** Inlay hints for what a call leaves to the framework: `nn.LeakyReLU(` *negative_slope: 0.01* `)`. */
import * as vscode from 'vscode';
import { escapeHtml } from '../explanations/markup';
import { unwrittenIn, type Unwritten } from '../explanations/unwritten';
import type { Usage } from '../usages/usage';
import type { Analyses, Analysis } from './analysis';
import type { Log } from './log';

export class InlayHints implements vscode.InlayHintsProvider {
  constructor(private readonly analyses: Analyses, private readonly log: Log) {}

  provideInlayHints(document: vscode.TextDocument, range: vscode.Range): vscode.InlayHint[] {
    const analysis = this.analyses.of(document);
    if (analysis === undefined) return [];
    const [start, end] = [analysis.offsetAt(document, range.start), analysis.offsetAt(document, range.end)];
    const inView = analysis.usages.filter(({ expression }) => expression.start <= end && start <= expression.end);
    return inView.flatMap((usage) => this.log.attempt(`Cannot say the defaults of ${usage.symbol}`, () => hintFor(analysis, document, usage)) ?? []);
  }
}

function hintFor(analysis: Analysis, document: vscode.TextDocument, usage: Usage): vscode.InlayHint | undefined {
  const unwritten = unwrittenIn(usage, analysis.document.text);
  const location = unwritten && analysis.locationOf({ start: unwritten.offset, end: unwritten.offset });
  if (unwritten === undefined || location?.document !== document) return undefined;
  return new vscode.InlayHint(location.range.start, partsOf(unwritten, usage), vscode.InlayHintKind.Parameter);
}

function partsOf({ separator, defaults }: Unwritten, { symbol }: Usage): vscode.InlayHintLabelPart[] {
  return defaults.map(({ argument, value, meaning }, index) => {
    const part = new vscode.InlayHintLabelPart(`${index === 0 ? separator : ', '}${argument}: ${value}`);
    const text = vscode.l10n.t('{0} is not written here, so {1} takes its default, {2}. {3}', argument, symbol, value, meaning);
    // VS Code would bind the words of a plain text together, and break its lines within them.
    part.tooltip = new vscode.MarkdownString(escapeHtml(text));
    return part;
  });
}
