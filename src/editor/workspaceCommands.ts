/** What the commands of the Activations view and of the status bar do. */
import * as vscode from 'vscode';
import { noFilter } from '../inventory/filter';
import type { Grouping } from '../inventory/outline';
import type { ActivationTree } from './activationTree';
import { isTooLarge, type Analyses } from './analysis';
import { usageInView } from './atCursor';
import { compareInFile } from './compare';
import { pickUseInFile } from './fileUsesPick';
import { pickFilter } from './filterPick';
import type { Lab } from './lab';
import { isPlacedUse, openPlace } from './place';
import { inFileInView, pickActivation, type InFile } from './plotPick';
import { editorInView, reveal } from './reveal';
import type { WorkspaceIndex } from './workspaceIndex';

interface WorkspaceCommandsContext {
  readonly analyses: Analyses;
  readonly index: WorkspaceIndex;
  readonly tree: ActivationTree;
  readonly lab: Lab;
}

export class WorkspaceCommands {
  constructor(private readonly context: WorkspaceCommandsContext) {}

  /** Of what the view gives, of what is at the cursor, or of what the person picks. */
  async findAllUses(argument?: unknown): Promise<void> {
    const { analyses, tree } = this.context;
    const activation = activationOf(argument) ?? (await usageInView(analyses))?.usage.activation
      ?? (await pickActivation(vscode.l10n.t('Which activation do you want to find?'), await inFileInView(analyses)))?.activation;
    if (activation !== undefined) await tree.showAll(activation);
  }

  async compareFile(argument?: unknown): Promise<void> {
    const inFile = (await this.inFile(argument)) ?? await inFileInView(this.context.analyses);
    if (inFile === undefined) sayNone();
    else await compareInFile(inFile, this.context.lab);
  }

  async goToUse(): Promise<void> {
    const inFile = await inFileInView(this.context.analyses);
    if (inFile === undefined) return sayNone();
    const picked = await pickUseInFile(inFile);
    if (picked === undefined) return;
    const location = inFile.analysis.locationOf(picked.usage.span);
    if (picked.inLab) this.context.lab.showUsage(inFile.analysis, picked.usage);
    else if (location !== undefined) await reveal(location);
  }

  /** In a notebook that is not open yet: as at any click in a view, the focus stays there. */
  async openUse(argument?: unknown): Promise<void> {
    const location = isPlacedUse(argument) ? await openPlace(argument) : undefined;
    if (location !== undefined) await reveal(location, true);
  }

  async filter(): Promise<void> {
    const { index, tree } = this.context;
    const filter = await pickFilter(index.inventory, tree.filter);
    if (filter !== undefined) tree.filterBy(filter);
  }

  clearFilter(): void {
    this.context.tree.filterBy(noFilter);
  }

  group(grouping: Grouping): void {
    this.context.tree.group(grouping);
  }

  async refresh(): Promise<void> {
    await this.context.tree.refresh();
  }

  stop(): void {
    this.context.index.stop();
  }

  /** The file that an entry of the view stands for; the first of its Python cells stands for a notebook. */
  private async inFile(argument: unknown): Promise<InFile | undefined> {
    const uri = uriOf(argument);
    const [first] = uri === undefined ? [] : this.context.index.inventory.get(uri) ?? [];
    const location = uri === undefined || first === undefined ? undefined : await openPlace({ uri, use: first });
    const analysis = location && await this.context.analyses.at(location.document);
    return analysis && { analysis, near: -1 };
  }
}

function sayNone(): void {
  const editor = editorInView();
  void vscode.window.showInformationMessage(editor !== undefined && isTooLarge(editor.document)
    ? vscode.l10n.t('This file is too large for Activation Lens to read.')
    : vscode.l10n.t('There is no activation function in this file.'));
}

function activationOf(argument: unknown): string | undefined {
  if (isPlacedUse(argument)) return argument.use.activation;
  const isNamed = typeof argument === 'object' && argument !== null && 'activation' in argument && typeof argument.activation === 'string';
  return isNamed ? String(argument.activation) : undefined;
}

function uriOf(argument: unknown): string | undefined {
  const hasUri = typeof argument === 'object' && argument !== null && 'uri' in argument && typeof argument.uri === 'string';
  return hasUri ? String(argument.uri) : undefined;
}
