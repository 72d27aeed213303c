/** One line of JSON for each file: what an engine for many machines reads and writes. */
import type { Format } from './format';

export function jsonl(): Format {
  return { file: (report) => `${JSON.stringify(report)}\n` };
}
