/** The hover: where a name of an activation stands, what it is at this call. */
import * as vscode from 'vscode';
import { hoverCommands, hoverText } from '../explanations/hover';
import { subjectOf } from '../explanations/subject';
import type { Usage } from '../usages/usage';
import type { Analyses, Analysis } from './analysis';
import type { Formulas } from './formulas';
import type { Log } from './log';
import { themeKind } from './theme';

export interface HoverContext {
  readonly analyses: Analyses;
  readonly formulas: Formulas;
  readonly log: Log;
}

export class Hovers implements vscode.HoverProvider {
  constructor(private readonly context: HoverContext) {}

  async provideHover(document: vscode.TextDocument, position: vscode.Position, token: vscode.CancellationToken): Promise<vscode.Hover | undefined> {
    if (!vscode.workspace.getConfiguration('activationLens', document).get('hover.enabled', true)) return undefined;
    const analysis = await this.context.analyses.at(document);
    const usage = analysis?.usageAt(document, position);
    if (!analysis || !usage || !isNamedAt(usage, analysis.offsetAt(document, position))) return undefined;
    const formulas = await this.context.formulas.of(usage.activation);
    if (token.isCancellationRequested) return undefined;
    return this.context.log.attempt(`Cannot explain ${usage.symbol}`, () => {
      const range = analysis.locationOf(usage.span)?.range;
      const subject = subjectOf(usage, analysis.document.text);
      if (!range || !subject) return undefined;
      const text = hoverText(subject, {
        theme: themeKind(), problem: hasProblem(document, position), place: placeOf(analysis, usage, document),
        ...(formulas ? { formulas } : {}),
      });
      return new vscode.Hover(rendered(text), range);
    });
  }
}

/** On the name, on the path before it (`nn.` of `nn.GELU`), or on a value that sets a parameter; not on its inputs. */
function isNamedAt({ span, expression, form, parameters }: Usage, offset: number): boolean {
  const named = form === 'method' ? span : { start: expression.start, end: span.end };
  const values = parameters.flatMap((parameter) => (parameter.span ? [parameter.span] : []));
  return [named, ...values].some(({ start, end }) => start <= offset && offset <= end);
}

/** A problem of whatever extension: VS Code shows it above the hover, which then has less room. */
function hasProblem(document: vscode.TextDocument, position: vscode.Position): boolean {
  return vscode.languages.getDiagnostics(document.uri).some(({ range }) => range.contains(position));
}

function placeOf(analysis: Analysis, usage: Usage, document: vscode.TextDocument): { uri: string; offset: number } {
  const start = analysis.locationOf(usage.span)?.range.start;
  return { uri: document.uri.toString(), offset: start ? document.offsetAt(start) : 0 };
}

function rendered(text: string): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(text, true);
  markdown.supportHtml = true;
  markdown.isTrusted = { enabledCommands: [...hoverCommands] };
  return markdown;
}
