/** One file's usages, as they are handed on: the shape of `--format json`. */
import type { ParameterValue } from '../activations/activation';
import { placesIn, type Document } from '../documents/document';
import { isFailure } from '../documents/failure';
import type { Position } from '../documents/lines';
import type { Form } from '../frameworks/framework';
import { analyze } from '../usages/analyze';
import type { Certainty, Usage } from '../usages/usage';
import { attempt, readText, type FoundFile } from './files';

export interface ReportedUsage {
  readonly activation: string;
  readonly framework: string;
  readonly symbol: string;
  readonly form: Form;
  readonly certainty: Certainty;
  /** By name; null where the code computes the value. */
  readonly parameters: Readonly<Record<string, ParameterValue | null>>;
  /** The number of the notebook's cell from 0, prose included; null in a plain file. */
  readonly cell: number | null;
  readonly range: { readonly start: Position; readonly end: Position };
}

export interface FileReport {
  readonly path: string;
  /** Of the code, in notebooks too. */
  readonly language: 'python';
  readonly usages: readonly ReportedUsage[];
  /** What is wrong, once there are rules. */
  readonly findings: readonly never[];
  /** Why the file was skipped. */
  readonly error: string | null;
}

export function scanFile({ path, failure }: FoundFile): FileReport {
  if (failure !== undefined) return reportOf(path, [], failure.reason);
  const text = readText(path);
  if (isFailure(text)) return reportOf(path, [], text.reason);
  const analysis = attempt(() => analyze(text, { path }));
  if (isFailure(analysis)) return reportOf(path, [], analysis.reason);
  return reportOf(path, reportUsages(analysis.document, analysis.usages), null);
}

function reportOf(path: string, usages: readonly ReportedUsage[], error: string | null): FileReport {
  return { path, language: 'python', usages, findings: [], error };
}

function reportUsages(document: Document, usages: readonly Usage[]): ReportedUsage[] {
  if (usages.length === 0) return [];
  const placeAt = placesIn(document);
  return usages.map(({ activation, framework, symbol, form, certainty, parameters, span }) => {
    const { cell = null, ...start } = placeAt(span.start);
    const { line, character } = placeAt(span.end);
    return {
      activation, framework, symbol, form, certainty,
      parameters: Object.fromEntries(parameters.map(({ name, value, source }) => [name, source === 'unknown' ? null : value])),
      cell,
      range: { start, end: { line, character } },
    };
  });
}
