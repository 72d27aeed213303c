/** What the commands of the manifest do. Each takes what a hover's link gives it, else the cursor. */
import * as vscode from 'vscode';
import { isParameterValues } from '../protocol/guards';
import type { Usage } from '../usages/usage';
import type { Analyses, Analysis } from './analysis';
import { usageAtCursor, usageInView } from './atCursor';
import type { Lab } from './lab';
import type { Focus } from './labSubject';
import type { FoundUsage } from './origin';
import { selectedExpression } from './ownExpression';
import { isPlacedUse, openPlace, type PlacedUse } from './place';
import { inFileInView, pickActivation } from './plotPick';
import { replaceWithPicked } from './replacementPick';
import { pythonEditor } from './reveal';

export class Commands {
  constructor(
    private readonly analyses: Analyses,
    private readonly lab: Lab,
  ) {}

  /** Any activation by name; the uses of the file in view come first. */
  async plot(focus?: Focus): Promise<void> {
    const inFile = await inFileInView(this.analyses);
    const picked = await pickActivation(focus === 'understand'
      ? vscode.l10n.t('Which activation do you want to read about?')
      : vscode.l10n.t('Name, alias or framework symbol, such as gelu or torch.nn.GELU'), inFile);
    if (picked?.usage !== undefined && inFile !== undefined) this.lab.showUsage(inFile.analysis, picked.usage, focus);
    else if (picked !== undefined) this.lab.showActivation(picked.activation, focus);
  }

  /** A formula or function that was written by hand, as it is selected. */
  plotSelection(): void {
    const editor = pythonEditor();
    const analysis = editor && this.analyses.of(editor.document);
    if (editor === undefined || analysis === undefined) return void vscode.window.showInformationMessage(vscode.l10n.t('Open a Python file and select a function that is written by hand.'));
    const own = selectedExpression(analysis, editor);
    if ('problem' in own) void vscode.window.showInformationMessage(own.problem);
    else this.lab.showExpression(analysis, own);
  }

  async openLab(argument?: unknown): Promise<void> {
    await this.showLab(argument, 'plot');
  }

  async showOptions(argument?: unknown): Promise<void> {
    await this.showLab(argument, 'recommendations');
  }

  async understand(argument?: unknown): Promise<void> {
    await this.showLab(argument, 'understand');
  }

  async replaceActivation(argument?: unknown): Promise<void> {
    const found = (await this.atPlace(argument)) ?? usageAtCursor(this.analyses);
    if (found !== undefined && !found.analysis.isConfiguration) await replaceWithPicked(found);
    else void vscode.window.showInformationMessage(vscode.l10n.t('There is no activation function on this line.'));
  }

  private async showLab(argument: unknown, focus: Focus): Promise<void> {
    const asked = activationIn(isPlacedUse(argument) ? argument.use : argument);
    const found = (await this.atPlace(argument)) ?? (asked === undefined ? await usageInView(this.analyses) : undefined);
    if (found !== undefined) this.lab.showUsage(found.analysis, found.usage, focus);
    else if (asked !== undefined) this.lab.showActivation(asked.activation, focus, asked.parameters);
    else await this.plot(focus);
  }

  private async atPlace(argument: unknown): Promise<FoundUsage | undefined> {
    if (isPlacedUse(argument)) return this.listed(argument);
    const place = placeIn(argument);
    if (place === undefined) return undefined;
    const document = await documentAt(place.uri);
    const analysis = document && await this.analyses.at(document);
    return document && analysis && found(analysis, analysis.usageAt(document, document.positionAt(place.offset)));
  }

  private async listed(placed: PlacedUse): Promise<FoundUsage | undefined> {
    const location = await openPlace(placed);
    const analysis = location && await this.analyses.at(location.document);
    return location && analysis && found(analysis, analysis.usageAt(location.document, location.range.start));
  }
}

function found(analysis: Analysis, usage: Usage | undefined): FoundUsage | undefined {
  return usage && { analysis, usage };
}

/** Commands are open to everybody, so an argument is believed only if it has the shape that the hover or the view gives it. */
function placeIn(argument: unknown): { uri: string; offset: number } | undefined {
  if (typeof argument !== 'object' || argument === null || !('uri' in argument) || !('offset' in argument)) return undefined;
  const { uri, offset } = argument;
  return typeof uri === 'string' && typeof offset === 'number' ? { uri, offset } : undefined;
}

function activationIn(argument: unknown) {
  if (typeof argument !== 'object' || argument === null || !('activation' in argument)) return undefined;
  const { activation } = argument;
  const parameters = 'parameters' in argument && isParameterValues(argument.parameters) ? argument.parameters : {};
  return typeof activation === 'string' ? { activation, parameters } : undefined;
}

async function documentAt(uri: string): Promise<vscode.TextDocument | undefined> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
  return open ?? vscode.workspace.openTextDocument(vscode.Uri.parse(uri)).then((document) => document, () => undefined);
}
