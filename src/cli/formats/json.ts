/** An array with one object for each file. */
import { separated, type Format } from './format';

export function json(): Format {
  const next = separated('\n', ',\n');
  return {
    begin: '[',
    file: (report) => next(JSON.stringify(report)),
    end: ({ files }) => (files === 0 ? ']\n' : '\n]\n'),
  };
}
