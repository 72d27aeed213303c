/** What the program loads before it knows what it is asked for, and before a file is read. */
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { terminal } from '../rig/bundles.mjs';

const { metafile: { outputs } } = await build({ ...terminal, write: false, metafile: true });

/** The folders of `src` that a bundle has in it, or in what it imports at once. */
function roomsBehind(bundle: string): string[] {
  const seen = new Set([bundle]);
  for (const each of seen) {
    for (const { path, kind } of outputs[each]!.imports) if (kind === 'import-statement' && path in outputs) seen.add(path);
  }
  const inputs = [...seen].flatMap((each) => Object.entries(outputs[each]!.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([input]) => input));
  return [...new Set(inputs.map((input) => /^src\/(\w+)/.exec(input)?.[1] ?? ''))].filter((room) => room !== '').sort();
}

function bundleOf(entry: string): string {
  return Object.keys(outputs).find((output) => outputs[output]!.entryPoint === entry) ?? '';
}

test.each(['src/cli/main.ts', 'src/cli/scan.ts', 'src/cli/cache.ts', 'src/cli/threads/worker.ts'])('%s starts without what is known of activations, Python and models', (entry) => {
  expect(roomsBehind(bundleOf(entry)).filter((room) => /^(activations|frameworks|models|python)$/.test(room))).toEqual([]);
});

test('a text is read with all of them', () => {
  expect(roomsBehind(bundleOf('src/reports/reportPython.ts'))).toEqual(expect.arrayContaining(['activations', 'frameworks', 'models', 'python', 'rules', 'usages']));
});
