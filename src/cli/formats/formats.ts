/** The formats by their names; each is loaded when it is asked for. */
import type { Terminal } from '../terminal';
import type { Format } from './format';

export const formatNames = ['text', 'json', 'jsonl', 'sarif', 'markdown', 'csv'] as const;
export type FormatName = (typeof formatNames)[number];

export async function formatOf(name: FormatName, terminal: Terminal, quiet: boolean): Promise<Format> {
  switch (name) {
    case 'text': return (await import('./text')).text(terminal, quiet);
    case 'json': return (await import('./json')).json();
    case 'jsonl': return (await import('./jsonl')).jsonl();
    case 'sarif': return (await import('./sarif')).sarif();
    case 'markdown': return (await import('./markdown')).markdown();
    case 'csv': return (await import('./csv')).csv();
  }
}
