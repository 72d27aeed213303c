/** From a file, or from a text that is given for one, to its report. */
import { decodeText } from '../documents/decode';
import { isFailure, type Failure } from '../documents/failure';
import { languageOf, type Language } from '../reports/language';
import { skippedReport, type FileReport } from '../reports/report';
import { reportPython } from '../reports/reportPython';
import type { ConfigurationLanguage } from '../usages/configuration/analyzeConfiguration';
import { mayConfigureActivations } from '../usages/configuration/prefilter';
import { attempt, readBytes, readText, tooLarge } from './read';
import type { FoundFile } from './walk';

/** Nothing for a configuration that was met on the way and holds no activation: most such files are not about models. */
export async function reportFile({ path, failure, isNamed = false }: FoundFile): Promise<FileReport | undefined> {
  const language = languageOf(path);
  if (failure !== undefined) return skippedReport(path, language, failure.reason);
  if (language === 'python' || isNamed) return reportText(await readText(path), path, language);
  const bytes = await readBytes(path, largestConfiguration);
  if (bytes === tooLarge) return undefined;
  return isFailure(bytes) ? skippedReport(path, language, bytes.reason) : reportMet(bytes, path, language);
}

async function reportMet(bytes: Uint8Array, path: string, language: ConfigurationLanguage): Promise<FileReport | undefined> {
  const text = decodeText(bytes);
  if (isFailure(text) || !mayConfigureActivations(text)) return undefined;
  const report = await reportText(text, path, language);
  return report.usages.length > 0 || report.error !== null ? report : undefined;
}

/** In bytes. What is larger is data that happens to be written in such a language. */
const largestConfiguration = 4 * 1024 * 1024;

/** A defect of ours on one text becomes its error, too. */
export async function reportText(text: string | Failure, path: string, language: Language = languageOf(path)): Promise<FileReport> {
  if (isFailure(text)) return skippedReport(path, language, text.reason);
  const report = language === 'python' ? attempt(() => reportPython(text, path)) : await reportConfigured(text, path, language);
  return isFailure(report) ? skippedReport(path, language, report.reason) : report;
}

/** The parsers are loaded when the first configuration is worth parsing. */
async function reportConfigured(text: string, path: string, language: ConfigurationLanguage): Promise<FileReport | Failure> {
  const { reportConfiguration } = await import('../reports/reportConfiguration');
  return attempt(() => reportConfiguration(text, path, language));
}
