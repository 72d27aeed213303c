/** Text for a terminal: colour where it is wanted, lines that end before the window does. */

export type Style = 'bold' | 'dim' | 'blue' | 'yellow' | 'green' | 'red';

const codes: Readonly<Record<Style, readonly [number, number]>> = {
  bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39], blue: [34, 39],
};

export interface Terminal {
  readonly width: number;
  readonly paint: (style: Style, text: string) => string;
}

/** Narrow enough to be read, however wide the window. */
const widest = 88;
const narrowest = 40;

interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** https://no-color.org: any value but an empty one turns colour off; FORCE_COLOR turns it on where nothing shows it. */
export function terminalOf(stream: Stream, environment: Readonly<Record<string, string | undefined>>): Terminal {
  const forced = environment['FORCE_COLOR'] !== undefined && environment['FORCE_COLOR'] !== '0';
  const shows = stream.isTTY === true && environment['TERM'] !== 'dumb';
  const coloured = !environment['NO_COLOR'] && (forced || shows);
  return {
    width: Math.max(narrowest, Math.min(widest, (stream.columns ?? 81) - 1)),
    paint: coloured ? (style, text) => `\u001b[${codes[style][0]}m${text}\u001b[${codes[style][1]}m` : (_style, text) => text,
  };
}

/** Broken between words at `width`, with a mark before the first line and as much space before the others. */
export function wrap(text: string, width: number, mark = ''): string[] {
  const room = width - mark.length;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines.map((each, i) => (i === 0 ? mark : ' '.repeat(mark.length)) + each);
}
