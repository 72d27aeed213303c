/** From a configuration to its report. It brings the parsers of three languages with it. */
import { analyzeConfiguration, type ConfigurationLanguage } from '../usages/configuration/analyzeConfiguration';
import { maximumLength } from '../documents/document';
import { reportOf, skippedReport, type FileReport } from './report';

export function reportConfiguration(text: string, path: string, language: ConfigurationLanguage): FileReport {
  if (text.length > maximumLength) return skippedReport(path, language, `The file is larger than ${maximumLength / 1024 / 1024} MB.`);
  const { document, usages } = analyzeConfiguration(text, language, path);
  return reportOf(path, language, document, { usages });
}
