/** The formats by their names. */
import type { Terminal } from '../terminal';
import { csv } from './csv';
import type { Format } from './format';
import { json } from './json';
import { jsonl } from './jsonl';
import { markdown } from './markdown';
import { sarif } from './sarif';
import { text } from './text';

export const formatNames = ['text', 'json', 'jsonl', 'sarif', 'markdown', 'csv'] as const;
export type FormatName = (typeof formatNames)[number];

export function formatOf(name: FormatName, terminal: Terminal, quiet: boolean): Format {
  switch (name) {
    case 'text': return text(terminal, quiet);
    case 'json': return json();
    case 'jsonl': return jsonl();
    case 'sarif': return sarif();
    case 'markdown': return markdown();
    case 'csv': return csv();
  }
}
