/** A row for each use and each finding (RFC 4180), lines and columns counted from 1 as in editors. */
import type { FileReport, ReportedFinding, ReportedUsage } from '../../reports/report';
import type { Format } from './format';

const places = ['path', 'cell', 'line', 'column', 'end_line', 'end_column'];
const useColumns = ['activation', 'framework', 'symbol', 'form', 'certainty', 'parameters'];
const findingColumns = ['rule', 'severity', 'confidence', 'message'];

export function csv(): Format {
  return {
    begin: row([...places, ...useColumns, ...findingColumns]),
    file: ({ path, usages, findings }: FileReport) => [
      ...usages.map((usage) => [...placeOf(path, usage), ...useFields(usage), ...findingColumns.map(() => '')]),
      ...findings.map((finding) => [...placeOf(path, finding), ...useColumns.map(() => ''), ...findingFields(finding)]),
    ].map(row).join(''),
  };
}

function placeOf(path: string, { cell, range: { start, end } }: ReportedUsage | ReportedFinding): string[] {
  const counts = [start.line, start.character, end.line, end.character].map((count) => String(count + 1));
  return [path, cell === null ? '' : String(cell + 1), ...counts];
}

function useFields({ activation, framework, symbol, form, certainty, parameters }: ReportedUsage): string[] {
  return [activation, framework, symbol, form, certainty, JSON.stringify(parameters)];
}

function findingFields({ rule, severity, confidence, message }: ReportedFinding): string[] {
  return [rule, severity, confidence, message];
}

function row(fields: readonly string[]): string {
  return `${fields.map(quoted).join(',')}\r\n`;
}

function quoted(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
