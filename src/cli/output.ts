/** A stream that is written no faster than it is read, so that nothing piles up in memory. */
import type { Writable } from 'node:stream';

type Write = (text: string) => Promise<void>;

/** Who has been told to stop waits for nobody. */
export function writerTo(stream: Writable, signal: AbortSignal): Write {
  return async (text) => {
    if (text === '' || stream.write(text) || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const proceed = (): void => {
        stream.off('drain', proceed);
        signal.removeEventListener('abort', proceed);
        resolve();
      };
      stream.on('drain', proceed);
      signal.addEventListener('abort', proceed);
    });
  };
}
