/**
 * From a text to its usages: what hover, scan and the library ask.
 *
 *     const analysis = analyze(source, { path: 'train.py' });
 *     if (!isFailure(analysis)) for (const usage of analysis.usages) show(usage);
 */
import { readDocument, type Document } from '../documents/document';
import { isFailure, type Failure } from '../documents/failure';
import { namesOf, type Names } from '../python/names';
import { parse } from '../python/parse';
import type { SyntaxTree } from '../python/syntax';
import { findUsages } from './findUsages';
import { assumedImports } from './fragments';
import { mayUseActivations } from './prefilter';
import type { Usage } from './usage';

export interface Analysis {
  readonly document: Document;
  readonly usages: readonly Usage[];
  /** Missing where the text has no word for which it would be worth reading. */
  readonly tree?: SyntaxTree;
  readonly names?: Names;
}

interface AnalyzeOptions {
  /** Its ending says whether the text is a notebook. */
  readonly path?: string;
}

export function analyze(source: string, { path = '' }: AnalyzeOptions = {}): Analysis | Failure {
  const document = readDocument(source, path);
  return isFailure(document) ? document : analyzeDocument(document);
}

export function analyzeDocument(document: Document): Analysis {
  const assumed = assumedImports(document.text);
  if (assumed === undefined && !mayUseActivations(document.text)) return { document, usages: [] };
  const tree = parse(document.text, optionsOf(document));
  const names = namesOf(tree, assumed);
  const usages = findUsages(tree, names);
  return { document, tree, names, usages: assumed ? usages.map(inferred) : usages };
}

/** Nothing in a text without imports is sure. */
export function inferred(usage: Usage): Usage {
  return usage.certainty === 'resolved' ? { ...usage, certainty: 'inferred' } : usage;
}

/** How the text of a document is to be parsed: a notebook may hold lines that only IPython reads. */
export function optionsOf({ cells }: Document): { notebook?: boolean; cellStarts?: readonly number[] } {
  return cells === undefined ? {} : { notebook: true, cellStarts: cells.map(({ start }) => start) };
}
