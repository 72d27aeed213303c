/** What stands at the cursor of the Python that is in view. */
import type * as vscode from 'vscode';
import type { Analyses, Analysis } from './analysis';
import type { FoundUsage } from './origin';
import { editorInView, pythonEditor } from './reveal';

export function usageAtCursor(analyses: Analyses): FoundUsage | undefined {
  const editor = pythonEditor();
  return editor && nearCursor(editor, analyses.of(editor.document));
}

/** The same, and what stands at the cursor of a configuration. */
export async function usageInView(analyses: Analyses): Promise<FoundUsage | undefined> {
  const editor = editorInView();
  return editor && nearCursor(editor, await analyses.at(editor.document));
}

function nearCursor({ document, selection }: vscode.TextEditor, analysis: Analysis | undefined): FoundUsage | undefined {
  const usage = analysis?.usageNear(document, selection.active);
  return analysis && usage && { analysis, usage };
}
