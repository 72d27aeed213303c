/** Tables for people: in an issue, a pull request, a job's summary. */
import type { ReportedFinding, ReportedUsage } from '../../reports/report';
import { callOf, sourceOf } from '../calls';
import { counted, findingsLine, headline, type Tally } from '../tally';
import type { Format } from './format';
import { totals } from './totals';

const head = '| Where | Activation | As |\n|---|---|---|\n';
const findingsHead = '\n| Where | Severity | What is wrong | Rule |\n|---|---|---|---|\n';

/** Findings are kept until the table of uses has ended. */
export function markdown(): Format {
  let isEmpty = true;
  const findings: string[] = [];
  return {
    file: (report) => {
      const { path, usages } = report;
      findings.push(...report.findings.map((finding) => findingRow(path, finding)));
      const begin = isEmpty && usages.length > 0 ? head : '';
      isEmpty &&= usages.length === 0;
      return begin + usages.map((usage) => row([code(placeOf(path, usage)), code(callOf(usage)), code(sourceOf(usage))])).join('');
    },
    end: (tally) => `${isEmpty ? '' : '\n'}${ending(tally, findings)}`,
  };
}

function findingRow(path: string, finding: ReportedFinding): string {
  return row([code(placeOf(path, finding)), finding.severity, text(finding.message), code(finding.rule)]);
}

function placeOf(path: string, { cell, range: { start } }: ReportedUsage | ReportedFinding): string {
  const place = `${path}${cell === null ? '' : `, cell ${cell + 1}`}`;
  return `${place}:${start.line + 1}`;
}

function ending(tally: Tally, findings: readonly string[]): string {
  const names = totals(tally).map(([name, count]) => `${text(name)} ${count}`).join(', ');
  const lines = [`**${headline(tally)}**`, ...(names === '' ? [] : [names])];
  const wrong = findings.length === 0 ? '' : `\n**${findingsLine(tally)}**\n${findingsHead}${findings.join('')}`;
  const skipped = tally.skipped.map(({ path, reason }) => `- ${code(path)}: ${text(reason)}\n`).join('');
  return `${lines.join('\n\n')}\n${wrong}${skipped === '' ? '' : `\nSkipped ${counted(tally.skipped.length, 'path')}:\n\n${skipped}`}`;
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
