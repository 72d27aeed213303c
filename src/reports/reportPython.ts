/** From a Python text or notebook to its report. */
import { isFailure } from '../documents/failure';
import { checkAnalysis, type RuleFailure } from '../rules/check';
import type { RuleSettings } from '../rules/settings';
import { analyze } from '../usages/analyze';
import { reportOf, skippedReport, type FileReport } from './report';

export interface PythonReport {
  readonly report: FileReport;
  /** Rules that broke, which are faults of ours: the report lacks what they would have found. */
  readonly failures: readonly RuleFailure[];
}

/** Rules speak where there are settings for them. */
export function reportPython(text: string, path: string, settings?: RuleSettings): PythonReport {
  const analysis = analyze(text, { path });
  if (isFailure(analysis)) return { report: skippedReport(path, 'python', analysis.reason), failures: [] };
  const { findings, failures } = settings === undefined ? { findings: [], failures: [] } : checkAnalysis(analysis, settings);
  return { report: reportOf(path, 'python', analysis.document, { usages: analysis.usages, findings }), failures };
}
