/** "Plot Activation…": a pick over the uses in the active file and over all activations, by any name they have. */
import * as vscode from 'vscode';
import { findActivation } from '../activations/catalogue';
import { matchActivations } from '../frameworks/search';
import type { Usage } from '../usages/usage';
import type { Analyses, Analysis } from './analysis';
import { codeOf } from './labSubject';
import { lineIn } from './place';
import { cellInFocus, editorInView } from './reveal';
import { cellIndexOf, notebookOf } from './source';

/** More uses than fit above the fold would hide the activations below. */
const mostUsages = 12;

interface Picked {
  readonly activation: string;
  /** The use in the active file, where the person picked one. */
  readonly usage?: Usage;
}

interface Item extends vscode.QuickPickItem {
  readonly means?: Picked;
}

/** `near` is the offset whose use comes first. */
export interface InFile {
  readonly analysis: Analysis;
  readonly near: number;
}

/** The file in view, where it has activations. */
export async function inFileInView(analyses: Analyses): Promise<InFile | undefined> {
  const editor = editorInView();
  const document = documentOf(editor);
  const analysis = document && await analyses.at(document);
  if (analysis === undefined || analysis.usages.length === 0) return undefined;
  return { analysis, near: editor?.document === document && editor !== undefined ? analysis.offsetAt(editor.document, editor.selection.active) : -1 };
}

/** What is in view beside a notebook that has the focus is not meant, though that is scrolled to cells without code. */
function documentOf(editor: vscode.TextEditor | undefined): vscode.TextDocument | undefined {
  const cell = cellInFocus();
  const isBeside = cell !== undefined && (editor === undefined || notebookOf(editor.document) !== notebookOf(cell));
  return isBeside ? cell : editor?.document;
}

export function pickActivation(placeholder: string, inFile?: InFile): Promise<Picked | undefined> {
  const pick = vscode.window.createQuickPick<Item>();
  const show = (text: string): void => {
    pick.items = [...usageItems(text, inFile), ...activationItems(text, inFile !== undefined)];
  };
  pick.placeholder = placeholder;
  show('');
  return new Promise((resolve) => {
    pick.onDidChangeValue(show);
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.means);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** All items are always shown: what fits the text is decided here, since VS Code knows nothing of symbols and separators. */
function activationItems(text: string, hasUsages: boolean): Item[] {
  const items = matchActivations(text).map(({ activation, by }): Item => ({
    label: activation.name,
    description: by ?? activation.summary,
    alwaysShow: true,
    means: { activation: activation.id },
  }));
  return hasUsages && items.length > 0 ? [separator(vscode.l10n.t('all activations')), ...items] : items;
}

function usageItems(text: string, inFile: InFile | undefined): Item[] {
  if (inFile === undefined) return [];
  const matching = new Set(matchActivations(text).map(({ activation }) => activation.id));
  const usages = onePerCode(byDistance(inFile)).filter(({ activation }) => matching.has(activation)).slice(0, mostUsages);
  if (usages.length === 0) return [];
  return [separator(vscode.l10n.t('in this file')), ...usages.map((usage) => usageItem(inFile.analysis, usage))];
}

/** `nn.GELU()  line 42 in FeedForward` */
export function placeInFile(analysis: Analysis, usage: Usage): string {
  const location = analysis.locationOf(usage.span);
  const line = lineIn({ cell: location && cellIndexOf(location.document), line: location?.range.start.line ?? 0 });
  return `${codeOf(analysis, usage)}  ${usage.scope === '' ? line : vscode.l10n.t('{0} in {1}', line, usage.scope)}`;
}

function usageItem(analysis: Analysis, usage: Usage): Item {
  return {
    label: findActivation(usage.activation)?.name ?? usage.activation,
    description: placeInFile(analysis, usage),
    alwaysShow: true,
    means: { activation: usage.activation, usage },
  };
}

/** Of those that the cursor stands in the innermost first, which the Lab and the hover show too. */
export function byDistance({ analysis, near }: InFile): Usage[] {
  const distance = ({ span }: Usage): number => Math.max(span.start - near, near - span.end, 0);
  const length = ({ expression }: Usage): number => expression.end - expression.start;
  return [...analysis.usages].sort((a, b) => distance(a) - distance(b) || length(a) - length(b));
}

/** Of many equal calls the nearest. */
function onePerCode(usages: readonly Usage[]): Usage[] {
  const said = new Set<string>();
  return usages.filter(({ activation, parameters }) => {
    const meaning = JSON.stringify([activation, parameters.map(({ name, value, source }) => [name, value, source === 'unknown'])]);
    const isNew = !said.has(meaning);
    said.add(meaning);
    return isNew;
  });
}

function separator(label: string): Item {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
