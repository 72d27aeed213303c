/** Below the message that VS Code shows for a finding: why it matters. */
import * as vscode from 'vscode';
import { findRule } from '../rules/catalogue';
import type { Findings } from './findings';

export class FindingHovers implements vscode.HoverProvider {
  constructor(private readonly findings: Findings) {}

  async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    const found = await this.findings.of(document);
    const [here] = (found?.findings ?? []).flatMap(({ rule, span }) => {
      const location = found?.analysis.locationOf(span);
      return location?.document === document && location.range.contains(position) ? [{ rule, range: location.range }] : [];
    });
    const why = here && findRule(here.rule)?.documentation.why;
    return why === undefined ? undefined : new vscode.Hover(new vscode.MarkdownString(why), here?.range);
  }
}
