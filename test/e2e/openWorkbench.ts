import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { Workbench, type WorkbenchOptions } from './workbench';

/**
 * One workbench for all tests of a file. A test that fails leaves a picture of what there was to see; one in
 * which the extension wrote an error to the console fails.
 */
export function openWorkbench(options: WorkbenchOptions): () => Workbench {
  let workbench: Workbench | undefined;
  const current = (): Workbench => {
    if (workbench === undefined) throw new Error('The workbench did not open.');
    return workbench;
  };
  beforeAll(async () => {
    workbench = await Workbench.open(options);
  });
  beforeEach(async ({ task, onTestFailed }) => {
    // What a test before this one may have left open.
    await current().press('Escape', 'Escape');
    onTestFailed(() => current().screenshot(`failed ${task.name}`));
    return () => expect(current().takeErrors()).toEqual([]);
  });
  afterAll(() => workbench?.close());
  return current;
}
