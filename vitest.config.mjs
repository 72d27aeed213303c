import { defineConfig } from 'vitest/config';

// `unit` is pure, so that its files share the modules they load; `unit-terminal` starts the program; `browser` drives the Lab's bundle in Chromium, `e2e` drives a real VS Code.
// No time is judged here; the limits only end what hangs, on the slowest machine too. What drives a browser on a machine that is busy
// with other things is tried once more, and `npm test` says so at its end.
const terminal = ['test/cli/**/*.test.ts', 'test/frameworks/symbols.test.ts'];

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: ['test/webview/**', 'test/e2e/**', 'test/editor/**', ...terminal], isolate: false, testTimeout: 60_000, hookTimeout: 120_000 } },
      { test: { name: 'unit-terminal', include: terminal, testTimeout: 60_000, hookTimeout: 120_000 } },
      { test: { name: 'browser', include: ['test/webview/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 120_000, fileParallelism: false, retry: 1 } },
      { test: { name: 'e2e', include: ['test/e2e/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 300_000, fileParallelism: false, retry: 1 } },
    ],
  },
});
