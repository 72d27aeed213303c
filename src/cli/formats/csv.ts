/** A row for each use and each finding (RFC 4180), lines and columns counted from 1 as in editors. */
import { csvRow } from '../../pictures/csv';
import type { FileReport, ReportedFinding, ReportedUsage } from '../../reports/report';
import type { Format } from './format';

const places = ['path', 'cell', 'line', 'column', 'end_line', 'end_column'];
const useColumns = ['activation', 'framework', 'symbol', 'form', 'certainty', 'parameters'];
const findingColumns = ['rule', 'severity', 'confidence', 'message'];

export function csv(): Format {
  return {
    begin: csvRow([...places, ...useColumns, ...findingColumns]),
    file: ({ path, usages, findings }: FileReport) => [
      ...usages.map((usage) => [...placeOf(path, usage), ...useFields(usage), ...findingColumns.map(() => '')]),
      ...findings.map((finding) => [...placeOf(path, finding), ...useColumns.map(() => ''), ...findingFields(finding)]),
    ].map(csvRow).join(''),
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
