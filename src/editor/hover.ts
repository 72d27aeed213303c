/** The hover: where a name of an activation stands, what it is at this call; where we report a problem, why it matters. */
import * as vscode from 'vscode';
import { hoverCommands, hoverText, type Problem } from '../explanations/hover';
import { subjectOf } from '../explanations/subject';
import type { Rule } from '../rules/rule';
import { isByDefault } from '../usages/byDefault';
import type { Usage } from '../usages/usage';
import type { Analyses, Analysis } from './analysis';
import type { Formulas } from './formulas';
import type { Log } from './log';
import { diagnosticSource } from './diagnosticOf';
import { themeKind } from './theme';

interface HoverContext {
  readonly analyses: Analyses;
  readonly formulas: Formulas;
  readonly log: Log;
}

export class Hovers implements vscode.HoverProvider {
  constructor(private readonly context: HoverContext) {}

  async provideHover(document: vscode.TextDocument, position: vscode.Position, token: vscode.CancellationToken): Promise<vscode.Hover | undefined> {
    const problem = await problemAt(document, position);
    return await this.ofUsage(document, position, token, problem) ?? hoverOfProblem(problem);
  }

  private async ofUsage(document: vscode.TextDocument, position: vscode.Position, token: vscode.CancellationToken, problem: FoundProblem | undefined): Promise<vscode.Hover | undefined> {
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
        theme: themeKind(), place: placeOf(analysis, usage, document),
        isByDefault: usage.form === 'instance' && isByDefault(analysis.reading, usage), ...(problem ? { problem } : {}),
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

interface FoundProblem extends Problem {
  readonly range: vscode.Range;
}

/** What VS Code shows above the hover, which then has less room: ours before those of other extensions. */
async function problemAt(document: vscode.TextDocument, position: vscode.Position): Promise<FoundProblem | undefined> {
  const problems = vscode.languages.getDiagnostics(document.uri).filter(({ range }) => range.contains(position));
  const [first] = problems.filter(({ source }) => source === diagnosticSource).concat(problems);
  if (first === undefined) return undefined;
  const rule = first.source === diagnosticSource ? await ruleOf(first) : undefined;
  return { range: first.range, ...(rule ? { finding: { rule: rule.id, why: rule.documentation.why } } : {}) };
}

/** What was reported was found by the rules, so they are loaded. */
async function ruleOf({ code }: vscode.Diagnostic): Promise<Rule | undefined> {
  const { findRule } = await import('../rules/catalogue');
  return typeof code === 'object' ? findRule(String(code.value)) : undefined;
}

/** Where there is no activation, such as between two linear layers. */
function hoverOfProblem(problem: FoundProblem | undefined): vscode.Hover | undefined {
  return problem?.finding && new vscode.Hover(new vscode.MarkdownString(problem.finding.why), problem.range);
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
