/** What stands at the cursor of the Python that is in view. */
import type { Analyses } from './analysis';
import type { FoundUsage } from './origin';
import { pythonEditor } from './reveal';

export function usageAtCursor(analyses: Analyses): FoundUsage | undefined {
  const editor = pythonEditor();
  const analysis = editor && analyses.of(editor.document);
  const usage = editor && analysis?.usageNear(editor.document, editor.selection.active);
  return analysis && usage && { analysis, usage };
}
