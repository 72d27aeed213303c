/** Findings as VS Code shows them, file by file or cell by cell. */
import * as vscode from 'vscode';
import type { ShownFinding } from '../rules/check';
import type { Severity } from '../rules/rule';
import type { Analysis } from './analysis';
import type { FoundFindings } from './findings';

export const diagnosticSource = 'Activation Lens';

/** Every part of the text with what was found there, also where that is nothing. */
export function diagnosticsOf({ analysis, findings }: FoundFindings): [vscode.Uri, vscode.Diagnostic[]][] {
  const byPart = new Map<vscode.TextDocument, vscode.Diagnostic[]>(analysis.source.parts.map((part) => [part, []]));
  for (const finding of findings) {
    const location = analysis.locationOf(finding.span);
    if (location !== undefined) byPart.get(location.document)?.push(diagnosticOf(analysis, finding, location.range));
  }
  return [...byPart].map(([{ uri }, diagnostics]) => [uri, diagnostics]);
}

function diagnosticOf(analysis: Analysis, { rule, message, severity, related, tag }: ShownFinding, range: vscode.Range): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(range, message, severities[severity]);
  diagnostic.source = diagnosticSource;
  diagnostic.code = { value: rule, target: explanationLink(rule) };
  diagnostic.relatedInformation = related.flatMap((other) => {
    const place = analysis.locationOf(other.span);
    return place === undefined ? [] : [new vscode.DiagnosticRelatedInformation(new vscode.Location(place.document.uri, place.range), other.message)];
  });
  if (tag !== undefined) diagnostic.tags = [tags[tag]];
  return diagnostic;
}

/** Opens the rule's page. */
function explanationLink(rule: string): vscode.Uri {
  return vscode.Uri.parse(`command:activationLens.explainRule?${encodeURIComponent(JSON.stringify([rule]))}`);
}

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

const tags = { unnecessary: vscode.DiagnosticTag.Unnecessary, deprecated: vscode.DiagnosticTag.Deprecated };
