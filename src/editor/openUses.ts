/** The uses in an open document, with cells counted as the notebook counts them, those with prose included. */
import type { Place } from '../documents/document';
import { usesOf, type Use } from '../inventory/use';
import type { Analysis } from './analysis';
import { notebookOf } from './source';

export function openUses(analysis: Analysis | undefined): Use[] {
  if (analysis === undefined) return [];
  const { parts } = analysis.source;
  const cells = parts[0] && notebookOf(parts[0])?.getCells();
  const uses = usesOf(analysis);
  if (cells === undefined) return uses;
  const numbers = parts.map((part) => cells.findIndex(({ document }) => document === part));
  const counted = (place: Place): Place => (place.cell === undefined ? place : { ...place, cell: numbers[place.cell] ?? place.cell });
  return uses.map((use) => ({ ...use, start: counted(use.start), end: counted(use.end) }));
}
