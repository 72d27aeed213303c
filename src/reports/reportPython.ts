/** From a Python text or notebook to its report. */
import { isFailure } from '../documents/failure';
import { analyze } from '../usages/analyze';
import { reportOf, skippedReport, type FileReport } from './report';

export function reportPython(text: string, path: string): FileReport {
  const analysis = analyze(text, { path });
  if (isFailure(analysis)) return skippedReport(path, 'python', analysis.reason);
  return reportOf(path, 'python', analysis.document, analysis.usages);
}
