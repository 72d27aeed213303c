/** How a scan is written: as pieces that follow each other, so that no report is held until the end. */
import type { FileReport } from '../../reports/report';
import type { Tally } from '../tally';

export interface Format {
  readonly begin?: string;
  /** Nothing, where nothing is to be said of the file. */
  file(report: FileReport): string;
  /** Also written when the scan was interrupted, so that what there is can be read. */
  end?(tally: Tally): string;
}

/** Puts `first` before the first text and `separator` before all others. */
export function separated(first: string, separator: string): (text: string) => string {
  let before = first;
  return (text) => {
    const piece = before + text;
    before = separator;
    return piece;
  };
}
