/**
 * Mocha inside the extension host. Its browser build is used in both kinds of host, so that one bundle of
 * tests serves both.
 */
import 'mocha/mocha.js';
import { Uri, workspace } from 'vscode';

const mocha = new Mocha({ ui: 'bdd', reporter: 'json', timeout: 20_000 });
// What Mocha does for each file it loads itself: it puts `describe` and `it` in place.
mocha.suite.emit('pre-require', globalThis, '', mocha);

/** Called by VS Code; leaves Mocha's report in the workspace, where the rig finds it. */
export function run(): Promise<void> {
  return new Promise((resolve, reject) => {
    const runner: Mocha.Runner & { testResults?: unknown } = mocha.run(() => {
      save(runner.testResults).then(resolve, reject);
    });
  });
}

async function save(report: unknown): Promise<void> {
  const folder = workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('The tests need a workspace.');
  await workspace.fs.writeFile(Uri.joinPath(folder.uri, 'report.json'), new TextEncoder().encode(JSON.stringify(report)));
}
