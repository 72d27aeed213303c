/** From a file, or from a text that is given for one, to its report. */
import { isFailure, type Failure } from '../documents/failure';
import { languageOf, type Language } from '../reports/language';
import { skippedReport, type FileReport } from '../reports/report';
import { reportPython } from '../reports/reportPython';
import { attempt, readText } from './read';
import type { FoundFile } from './walk';

/** Nothing for a configuration that was met on the way and holds no activation: most such files are not about models. */
export async function reportFile({ path, failure }: FoundFile): Promise<FileReport | undefined> {
  const language = languageOf(path);
  if (failure !== undefined) return skippedReport(path, language, failure.reason);
  return reportText(await readText(path), path, language);
}

/** A defect of ours on one text becomes its error, too. */
export async function reportText(text: string | Failure, path: string, language: Language = languageOf(path)): Promise<FileReport> {
  if (isFailure(text)) return skippedReport(path, language, text.reason);
  const report = attempt(() => reportPython(text, path));
  return isFailure(report) ? skippedReport(path, language, report.reason) : report;
}
