/** One file's usages and findings as they are handed on: the shape of `--format json` and of the library's `analyze`. */
import type { ParameterValue } from '../activations/activation';
import { placesIn, type Document } from '../documents/document';
import type { Position } from '../documents/lines';
import type { Form } from '../frameworks/framework';
import type { ShownFinding } from '../rules/check';
import type { Confidence, Severity } from '../rules/rule';
import type { Certainty, Span, Usage } from '../usages/usage';
import type { Language } from './language';

/** Half-open; lines and characters count from 0, characters in UTF-16 code units, in a notebook from the start of the cell. */
export interface ReportedRange {
  readonly start: Position;
  readonly end: Position;
}

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
  readonly range: ReportedRange;
}

/** A place that a finding also speaks of, such as the loss behind an activation. */
export interface ReportedRelation {
  readonly message: string;
  readonly cell: number | null;
  readonly range: ReportedRange;
}

export interface ReportedEdit {
  readonly cell: number | null;
  readonly range: ReportedRange;
  readonly newText: string;
}

export interface ReportedFix {
  readonly title: string;
  readonly edits: readonly ReportedEdit[];
}

export interface ReportedFinding {
  /** The id of the rule: `softmax-before-cross-entropy`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly message: string;
  readonly cell: number | null;
  readonly range: ReportedRange;
  readonly related: readonly ReportedRelation[];
  /** Null where no edit sets it right by itself. */
  readonly fix: ReportedFix | null;
}

export interface FileReport {
  readonly path: string;
  /** Of the code, in notebooks too. */
  readonly language: Language;
  readonly usages: readonly ReportedUsage[];
  /** What is wrong; empty where nothing is. */
  readonly findings: readonly ReportedFinding[];
  /** Why the file was skipped; null where it was read. */
  readonly error: string | null;
}

/** The report of a file that could not be read. */
export function skippedReport(path: string, language: Language, reason: string): FileReport {
  return { path, language, usages: [], findings: [], error: reason };
}

/** The report of a file that holds nothing to tell. */
export function emptyReport(path: string, language: Language): FileReport {
  return { path, language, usages: [], findings: [], error: null };
}

interface Found {
  readonly usages: readonly Usage[];
  readonly findings?: readonly ShownFinding[];
}

/** What was found in a file, by its lines and cells. */
export function reportOf(path: string, language: Language, document: Document, { usages, findings = [] }: Found): FileReport {
  if (usages.length + findings.length === 0) return emptyReport(path, language);
  const placed = placer(document);
  return {
    path, language,
    usages: usages.map((usage) => reportUsage(usage, placed)),
    findings: findings.map((finding) => reportFinding(finding, placed)),
    error: null,
  };
}

function reportUsage({ activation, framework, symbol, form, certainty, parameters, span }: Usage, placed: Placer): ReportedUsage {
  return {
    activation, framework, symbol, form, certainty,
    parameters: Object.fromEntries(parameters.map(({ name, value, source }) => [name, source === 'unknown' ? null : value])),
    ...placed(span),
  };
}

function reportFinding({ rule, severity, confidence, message, span, related, fix }: ShownFinding, placed: Placer): ReportedFinding {
  return {
    rule, severity, confidence, message,
    ...placed(span),
    related: related.map((relation) => ({ message: relation.message, ...placed(relation.span) })),
    fix: fix && { title: fix.title, edits: fix.edits.map((edit) => ({ ...placed(edit.span), newText: edit.newText })) },
  };
}

type Placer = (span: Span) => { readonly cell: number | null; readonly range: ReportedRange };

/** Finds the lines of a document once and then places any number of spans. */
function placer(document: Document): Placer {
  const placeAt = placesIn(document);
  return ({ start, end }) => {
    const { cell = null, ...first } = placeAt(start);
    const { line, character } = placeAt(end);
    return { cell, range: { start: first, end: { line, character } } };
  };
}
