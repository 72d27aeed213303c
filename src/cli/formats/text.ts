/** A line for each use, aligned within its file, and at the end a summary. */
import type { FileReport, ReportedUsage } from '../../reports/report';
import { callOf, sourceOf } from '../calls';
import { headline, totals, type Tally } from '../tally';
import { wrap, type Terminal } from '../terminal';
import type { Format } from './format';

export function text(terminal: Terminal, quiet: boolean): Format {
  return {
    file: (report) => listFile(report, terminal),
    end: (tally) => (quiet ? '' : summarise(tally, terminal)),
  };
}

function listFile({ path, usages }: FileReport, { paint }: Terminal): string {
  const rows = usages.map((usage) => ({ place: placeOf(path, usage), call: callOf(usage), source: sourceOf(usage) }));
  const placeWidth = widest(rows.map(({ place }) => place));
  const callWidth = widest(rows.map(({ call }) => call));
  return rows.map(({ place, call, source }) => {
    return `${place.padEnd(placeWidth)}  ${paint('bold', call)}${' '.repeat(callWidth - call.length)}  ${paint('dim', source)}\n`;
  }).join('');
}

/** One by one: a generated file may hold more uses than a call may have arguments. */
function widest(texts: readonly string[]): number {
  return texts.reduce((width, { length }) => Math.max(width, length), 0);
}

/** `train.py:12:5`, `train.ipynb:cell 3:1:8`: counted from 1, as editors and compilers do. */
function placeOf(path: string, { cell, range: { start } }: ReportedUsage): string {
  const place = `${start.line + 1}:${start.character + 1}`;
  return cell === null ? `${path}:${place}` : `${path}:cell ${cell + 1}:${place}`;
}

/** How many there are, and how many of each. */
function summarise(tally: Tally, { width, paint }: Terminal): string {
  const names = totals(tally);
  if (names.length === 0) return `${headline(tally)}\n`;
  // Spaces that do not break keep a name and its number on one line.
  const each = names.map(([name, count]) => `${name} ${count}`.replaceAll(' ', '\u00a0')).join(', ');
  return `\n${paint('bold', headline(tally))}\n${wrap(each, width, '  ').join('\n').replaceAll('\u00a0', ' ')}\n`;
}
