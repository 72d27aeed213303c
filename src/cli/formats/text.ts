/** A line for each use, aligned within its file, then one for each finding, as linters write them, and at the end a summary. */
import type { FileReport, ReportedFinding, ReportedRelation, ReportedUsage } from '../../reports/report';
import type { Severity } from '../../rules/rule';
import { callOf, needOf, sourceOf } from '../calls';
import { findingsLine, headline, type Tally } from '../tally';
import { wrap, type Style, type Terminal } from '../terminal';
import type { Format } from './format';
import { totals } from './totals';

export function text(terminal: Terminal, quiet: boolean): Format {
  return {
    file: (report) => listUses(report, terminal) + report.findings.map((finding) => findingLines(report.path, finding, terminal)).join(''),
    end: (tally) => (quiet ? '' : summarise(tally, terminal)),
  };
}

function listUses({ path, usages }: FileReport, { paint }: Terminal): string {
  const rows = usages.map((usage) => ({ place: placeOf(path, usage), call: callOf(usage), source: sourceOf(usage), need: needOf(usage) }));
  const placeWidth = widest(rows.map(({ place }) => place));
  const callWidth = widest(rows.map(({ call }) => call));
  return rows.map(({ place, call, source, need }) => {
    const warning = need === '' ? '' : `  ${paint('yellow', need)}`;
    return `${place.padEnd(placeWidth)}  ${paint('bold', call)}${' '.repeat(callWidth - call.length)}  ${paint('dim', source)}${warning}\n`;
  }).join('');
}

const colours: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', information: 'blue', hint: 'dim' };

/** The other places that it speaks of stand below it. */
function findingLines(path: string, finding: ReportedFinding, { paint }: Terminal): string {
  const { severity, message, rule, related } = finding;
  const first = `${placeOf(path, finding)}  ${paint(colours[severity], severity)}  ${message} ${paint('dim', `[${rule}]`)}\n`;
  return first + related.map((relation) => paint('dim', `    ${placeOf(path, relation)}  ${relation.message}`)).map((line) => `${line}\n`).join('');
}

/** One by one: a generated file may hold more uses than a call may have arguments. */
function widest(texts: readonly string[]): number {
  return texts.reduce((width, { length }) => Math.max(width, length), 0);
}

/** `train.py:12:5`, `train.ipynb:cell 3:1:8`: counted from 1, as editors and compilers do. */
function placeOf(path: string, { cell, range: { start } }: ReportedUsage | ReportedRelation): string {
  const place = `${start.line + 1}:${start.character + 1}`;
  return cell === null ? `${path}:${place}` : `${path}:cell ${cell + 1}:${place}`;
}

/** How many there are, and how many of each. */
function summarise(tally: Tally, terminal: Terminal): string {
  const findings = findingsLine(tally);
  const line = findings === '' ? '' : `${terminal.paint('bold', findings)}\n`;
  if (tally.uses.size === 0) return `${findings === '' ? '' : '\n'}${headline(tally)}\n${line}`;
  return `\n${terminal.paint('bold', headline(tally))}\n${eachName(tally, terminal)}${line}`;
}

function eachName(tally: Tally, { width }: Terminal): string {
  // Spaces that do not break keep a name and its number on one line.
  const each = totals(tally).map(([name, count]) => `${name} ${count}`.replaceAll(' ', '\u00a0')).join(', ');
  return `${wrap(each, width, '  ').join('\n').replaceAll('\u00a0', ' ')}\n`;
}
