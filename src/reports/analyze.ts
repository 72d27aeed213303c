/**
 * From a text to its report: what the library's users ask.
 *
 *     analyze('from torch import nn\nnn.GELU()').usages[0].activation    // 'gelu'
 */
import type { RuleSettings } from '../rules/settings';
import { languageOf, type Language } from './language';
import type { FileReport } from './report';
import { reportConfiguration } from './reportConfiguration';
import { reportPython } from './reportPython';

export interface AnalyzeOptions {
  /** Where it is left out, the ending of the path says, else it is Python. */
  readonly language?: Language;
  /** Handed on as it is; its ending also says whether the text is a notebook. */
  readonly path?: string;
  /** Which rules speak, and how loudly: `{ preset: 'quiet', severities: { 'softmax-dim-missing': 'off' } }`. */
  readonly settings?: RuleSettings;
}

/** The same object that `scan --format json` has for the file. Does not throw: `error` says why nothing could be read. */
export function analyze(text: string, { path = '', language = languageOf(path), settings = {} }: AnalyzeOptions = {}): FileReport {
  return language === 'python' ? reportPython(text, path, settings).report : reportConfiguration(text, path, language);
}
