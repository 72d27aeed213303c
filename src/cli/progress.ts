/** How far a scan is, on the last line of a terminal; a program that reads along never sees it. */

export interface Progress {
  /** Whether anybody sees it: then it is worth knowing how many files there are. */
  readonly isShown: boolean;
  /** Files are found; their number is not known yet. */
  found(files: number): void;
  done(files: number, total: number | undefined): void;
  /** Takes the line away, before something else is written and at the end. */
  clear(): void;
}

interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** In milliseconds. What is over sooner shows nothing. */
const patience = 300;
const interval = 100;
const barWidth = 24;

export const noProgress: Progress = { isShown: false, found: () => undefined, done: () => undefined, clear: () => undefined };

export function progressOn(stream: ProgressStream, environment: Readonly<Record<string, string | undefined>>, now = Date.now): Progress {
  if (stream.isTTY !== true || environment['TERM'] === 'dumb' || environment['CI']) return noProgress;
  let next = now() + patience;
  let isVisible = false;
  const show = (line: string): void => {
    if (now() < next) return;
    next = now() + interval;
    isVisible = true;
    // A terminal that does not know its width says 0.
    stream.write(`\r${line.slice(0, (stream.columns || 80) - 1)}\u001b[K`);
  };
  return {
    isShown: true,
    found: (files) => show(`Looking for files: ${grouped(files)}`),
    done: (files, total) => show(total === undefined ? `${grouped(files)} files` : lineOf(files, total)),
    clear: () => {
      if (isVisible) stream.write('\r\u001b[K');
      isVisible = false;
    },
  };
}

function lineOf(files: number, total: number): string {
  const share = total === 0 ? 1 : files / total;
  const full = Math.floor(share * barWidth);
  const percent = `${Math.floor(share * 100)}`.padStart(3);
  return `${'█'.repeat(full)}${'░'.repeat(barWidth - full)} ${percent} %  ${grouped(files)} of ${grouped(total)} files`;
}

function grouped(count: number): string {
  return count.toLocaleString('en-US');
}
