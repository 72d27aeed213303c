/** From a file, or from a text that is given for one, to its report. */
import { decodeText } from '../documents/decode';
import { isFailure, type Failure } from '../documents/failure';
import { languageOf, type Language } from '../reports/language';
import { emptyReport, skippedReport, type FileReport } from '../reports/report';
import type { ConfigurationLanguage } from '../usages/configuration/analyzeConfiguration';
import { mayConfigureActivations } from '../usages/configuration/prefilter';
import type { Linting } from './linting';
import { attempt, readBytes, tooLarge } from './read';
import { saysNothing } from './saysNothing';
import type { FoundFile } from './walk';

/** Nothing for a file that was met on the way and that its project excludes. */
export async function reportFile(found: FoundFile, linting: Linting): Promise<FileReport | undefined> {
  const { path, failure, isNamed = false } = found;
  if (failure !== undefined) return skippedReport(path, languageOf(path), failure.reason);
  return !isNamed && await linting.isExcluded(path) ? undefined : reportReadable(found, linting);
}

/** Nothing for a configuration that was met on the way and holds no activation: most such files are not about models. */
async function reportReadable({ path, isNamed = false }: FoundFile, linting: Linting): Promise<FileReport | undefined> {
  const language = languageOf(path);
  if (language === 'python' || isNamed) return reportBytes(await readBytes(path), path, linting, language);
  const bytes = await readBytes(path, largestConfiguration);
  if (bytes === tooLarge) return undefined;
  return isFailure(bytes) ? skippedReport(path, language, bytes.reason) : reportMet(bytes, path, language);
}

async function reportBytes(bytes: Uint8Array | Failure, path: string, linting: Linting, language: Language): Promise<FileReport> {
  if (isFailure(bytes)) return reportText(bytes, path, linting, language);
  if (language !== 'python' || !await saysNothing(bytes, path)) return reportText(attempt(() => decodeText(bytes)), path, linting, language);
  // What is wrong in the settings of its project is told all the same.
  await linting.settingsFor(path);
  return emptyReport(path, language);
}

async function reportMet(bytes: Uint8Array, path: string, language: ConfigurationLanguage): Promise<FileReport | undefined> {
  const text = decodeText(bytes);
  if (isFailure(text) || !mayConfigureActivations(text)) return undefined;
  const report = reported(await reportConfigured(text, path, language), path, language);
  return report.usages.length > 0 || report.error !== null ? report : undefined;
}

/** In bytes. What is larger is data that happens to be written in such a language. */
const largestConfiguration = 4 * 1024 * 1024;

export async function reportText(text: string | Failure, path: string, linting: Linting, language: Language = languageOf(path)): Promise<FileReport> {
  if (isFailure(text)) return skippedReport(path, language, text.reason);
  return reported(await (language === 'python' ? reportLinted(text, path, linting) : reportConfigured(text, path, language)), path, language);
}

/** A defect of ours on one text becomes its error. */
function reported(report: FileReport | Failure, path: string, language: Language): FileReport {
  return isFailure(report) ? skippedReport(path, language, report.reason) : report;
}

/** What reads Python is loaded with the first text: what a cache answers needs none of it. */
async function reportLinted(text: string, path: string, linting: Linting): Promise<FileReport | Failure> {
  const { reportPython } = await import('../reports/reportPython');
  const settings = await linting.settingsFor(path);
  const outcome = attempt(() => reportPython(text, path, settings));
  if (isFailure(outcome)) return outcome;
  linting.broke(path, outcome.failures);
  return outcome.report;
}

/** The parsers are loaded when the first configuration is worth parsing. */
async function reportConfigured(text: string, path: string, language: ConfigurationLanguage): Promise<FileReport | Failure> {
  const { reportConfiguration } = await import('../reports/reportConfiguration');
  return attempt(() => reportConfiguration(text, path, language));
}
