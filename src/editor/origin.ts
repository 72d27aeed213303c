/** The place in the code that the Lab shows, kept in step with what is typed before it. */
import * as vscode from 'vscode';
import type { Usage } from '../usages/usage';
import type { Analyses, Analysis } from './analysis';

/** Offsets in one file or cell. */
export interface Origin {
  readonly uri: string;
  /** Where the name is: `sigmoid` in `x.relu().sigmoid()`. */
  readonly name: number;
  /** Where the expression begins, which outlives a replacement. */
  readonly expression: number;
}

export function originOf(analysis: Analysis, usage: Usage): Origin | undefined {
  const name = analysis.locationOf(usage.span);
  const expression = analysis.locationOf(usage.expression);
  if (name === undefined || expression === undefined) return undefined;
  return {
    uri: name.document.uri.toString(),
    name: name.document.offsetAt(name.range.start),
    expression: expression.document.offsetAt(expression.range.start),
  };
}

export function shifted(origin: Origin, changes: readonly vscode.TextDocumentContentChangeEvent[]): Origin {
  return changes.reduce((moved, change) => ({
    ...moved, name: shiftedOffset(moved.name, change), expression: shiftedOffset(moved.expression, change),
  }), origin);
}

/** What is inserted at a place pushes it on; what is replaced from there on leaves it. */
function shiftedOffset(offset: number, { rangeOffset, rangeLength, text }: vscode.TextDocumentContentChangeEvent): number {
  const isBehind = rangeOffset > offset || (rangeOffset === offset && rangeLength > 0);
  if (isBehind) return offset;
  return rangeOffset + rangeLength <= offset ? offset + text.length - rangeLength : rangeOffset;
}

export interface FoundUsage {
  readonly analysis: Analysis;
  readonly usage: Usage;
}

/** The use at an origin; undefined while there is none, as in the middle of typing. */
export function usageAtOrigin(analyses: Analyses, origin: Origin): FoundUsage | undefined {
  const part = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === origin.uri);
  const analysis = part && analyses.of(part);
  if (part === undefined || analysis === undefined) return undefined;
  const at = (offset: number): number => analysis.offsetAt(part, part.positionAt(offset));
  const usage = analysis.usages.find(({ span }) => span.start === at(origin.name))
    ?? analysis.usages.find(({ expression }) => expression.start === at(origin.expression));
  return usage && { analysis, usage };
}
