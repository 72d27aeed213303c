/** A row for each use (RFC 4180), lines and columns counted from 1 as in editors. */
import type { FileReport, ReportedUsage } from '../../reports/report';
import type { Format } from './format';

const columns = ['path', 'cell', 'line', 'column', 'end_line', 'end_column', 'activation', 'framework', 'symbol', 'form', 'certainty', 'parameters'];

export function csv(): Format {
  return {
    begin: row(columns),
    file: ({ path, usages }: FileReport) => usages.map((usage) => row(fieldsOf(path, usage))).join(''),
  };
}

function fieldsOf(path: string, usage: ReportedUsage): string[] {
  const { cell, range: { start, end }, activation, framework, symbol, form, certainty, parameters } = usage;
  return [
    path, cell === null ? '' : String(cell + 1),
    ...[start.line, start.character, end.line, end.character].map((count) => String(count + 1)),
    activation, framework, symbol, form, certainty, JSON.stringify(parameters),
  ];
}

function row(fields: readonly string[]): string {
  return `${fields.map(quoted).join(',')}\r\n`;
}

function quoted(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
