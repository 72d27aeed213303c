/** A table for people: in an issue, a pull request, a job's summary. */
import type { ReportedUsage } from '../../reports/report';
import { callOf, sourceOf } from '../calls';
import { counted, headline, totals, type Tally } from '../tally';
import type { Format } from './format';

const head = '| Where | Activation | As |\n|---|---|---|\n';

export function markdown(): Format {
  let isEmpty = true;
  return {
    file: ({ path, usages }) => {
      const begin = isEmpty && usages.length > 0 ? head : '';
      isEmpty &&= usages.length === 0;
      return begin + usages.map((usage) => row([code(placeOf(path, usage)), code(callOf(usage)), code(sourceOf(usage))])).join('');
    },
    end: (tally) => `${isEmpty ? '' : '\n'}${ending(tally)}`,
  };
}

function placeOf(path: string, { cell, range: { start } }: ReportedUsage): string {
  const place = `${path}${cell === null ? '' : `, cell ${cell + 1}`}`;
  return `${place}:${start.line + 1}`;
}

function ending(tally: Tally): string {
  const names = totals(tally).map(([name, count]) => `${text(name)} ${count}`).join(', ');
  const lines = [`**${headline(tally)}**`, ...(names === '' ? [] : [names])];
  const skipped = tally.skipped.map(({ path, reason }) => `- ${code(path)}: ${text(reason)}\n`).join('');
  return `${lines.join('\n\n')}\n${skipped === '' ? '' : `\nSkipped ${counted(tally.skipped.length, 'path')}:\n\n${skipped}`}`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}

/** In backticks, of which there are more than the text holds; a bar would end the cell of the table. */
function code(content: string): string {
  const longest = Math.max(0, ...[...content.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const room = longest > 0 ? ' ' : '';
  return `${fence}${room}${content.replaceAll('|', '\\|').replaceAll(/[\r\n]+/g, ' ')}${room}${fence}`;
}

function text(content: string): string {
  return content.replaceAll(/[\\`*_{}[\]<>|]/g, '\\$&');
}
