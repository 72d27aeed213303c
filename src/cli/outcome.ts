/** What came of one file, in a shape that can be handed from thread to thread. */
import { languageOf } from '../reports/language';
import { skippedReport, type FileReport } from '../reports/report';
import type { Linting, News } from './linting';
import { failureOf } from './read';
import { reportFile } from './reportFile';
import type { FoundFile } from './walk';

export interface Outcome {
  /** Nothing for a file that is passed by. */
  readonly report: FileReport | undefined;
  readonly news: News;
}

/** A defect of ours on one file costs that file alone. */
export async function outcomeOf(file: FoundFile, linting: Linting): Promise<Outcome> {
  try {
    return { report: await reportFile(file, linting), news: linting.news() };
  } catch (error) {
    return unread(file, failureOf(error).reason);
  }
}

export function unread({ path }: FoundFile, reason: string): Outcome {
  return { report: skippedReport(path, languageOf(path), reason), news: { misread: [], broken: [] } };
}
