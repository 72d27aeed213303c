/** Ending a scan from outside: `Ctrl+C`, and what a system sends to end a job. */

export interface Stop {
  readonly signal: AbortSignal;
  /** As shells have it: 130 for `Ctrl+C`; nothing as long as nobody ended the scan. */
  exitCode(): number | undefined;
}

const signals = { SIGINT: 130, SIGTERM: 143 } as const;

/** The first signal ends the scan in good order, a second one at once. */
export function stopOnSignals(): Stop {
  const controller = new AbortController();
  let code: number | undefined;
  for (const [signal, exitCode] of Object.entries(signals)) {
    process.once(signal, () => {
      code ??= exitCode;
      controller.abort();
      // Whoever waits for input waits no longer.
      process.stdin.destroy();
    });
  }
  return { signal: controller.signal, exitCode: () => code };
}

/** In milliseconds: so long may reading go on before signals are heard. */
const longestBreath = 40;

/** Lets the signals in that came meanwhile: they are heard between two tasks alone, and reading a file is none. */
export function breather(): () => Promise<void> | undefined {
  let last = Date.now();
  return () => {
    if (Date.now() - last < longestBreath) return undefined;
    return new Promise((resolve) => setImmediate(() => {
      last = Date.now();
      resolve();
    }));
  };
}
