/** The Activations view: the index as a tree, and how the person wants to see it. */
import * as vscode from 'vscode';
import { isFiltering, noFilter, type Filter } from '../inventory/filter';
import { childrenOf, parentOf, rootsOf, totalsOf, type Grouping, type Look, type Node } from '../inventory/outline';
import { itemOf } from './activationItem';
import { activationsView } from './viewIds';
import type { WorkspaceIndex } from './workspaceIndex';

const memory = 'activationLens.grouping';
/** While files are read the tree is redrawn so often, in milliseconds. */
const redraw = 200;

export class ActivationTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private look: Look;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable;
  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    private readonly view: vscode.TreeView<Node>,
    private readonly index: WorkspaceIndex,
    private readonly state: vscode.Memento,
  ) {
    this.look = { grouping: state.get<Grouping>(memory) === 'file' ? 'file' : 'activation', filter: noFilter };
    this.subscriptions = vscode.Disposable.from(
      index.onDidChange(() => this.redrawSoon()),
      // What leads to a cell depends on whether its notebook is open.
      vscode.workspace.onDidOpenNotebookDocument(() => this.redrawSoon()),
      vscode.workspace.onDidCloseNotebookDocument(() => this.redrawSoon()),
    );
    this.sayHow();
  }

  get filter(): Filter {
    return this.look.filter;
  }

  /** The workspace is read when the tree is looked at for the first time. */
  getChildren(node?: Node): Node[] {
    if (node !== undefined) return childrenOf(this.index.inventory, this.look, node);
    if (this.index.phase === 'idle') void this.showProgress(this.index.ensure());
    return rootsOf(this.index.inventory, this.look);
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return itemOf(node, this.look.grouping);
  }

  getParent(node: Node): Node | undefined {
    return parentOf(node);
  }

  group(grouping: Grouping): void {
    void this.state.update(memory, grouping);
    this.show({ ...this.look, grouping });
  }

  filterBy(filter: Filter): void {
    this.show({ ...this.look, filter });
  }

  async refresh(): Promise<void> {
    await this.showProgress(this.index.refresh());
  }

  /** All uses of one activation in view, and the focus on them. */
  async showAll(activation: string): Promise<void> {
    this.show({ grouping: 'activation', filter: { activations: new Set([activation]) } });
    await vscode.commands.executeCommand(`${activationsView}.focus`);
    await this.showProgress(this.index.ensure());
    this.redraw();
    const [root] = rootsOf(this.index.inventory, this.look);
    if (root !== undefined) await this.view.reveal(root, { expand: 2, select: true, focus: true });
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscriptions.dispose();
    this.changed.dispose();
  }

  private show(look: Look): void {
    this.look = look;
    this.redraw();
  }

  private redrawSoon(): void {
    this.timer ??= setTimeout(() => this.redraw(), redraw);
  }

  private redraw(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.sayHow();
    this.changed.fire();
  }

  private showProgress(work: Promise<void>): Thenable<void> {
    return vscode.window.withProgress({ location: { viewId: activationsView } }, () => work);
  }

  /** Above the tree how much there is and why it is not all, as the search of VS Code says it, and for the menus what can be done. */
  private sayHow(): void {
    this.view.message = this.message();
    setContext('phase', this.index.phase);
    setContext('grouping', this.look.grouping);
    setContext('filtered', isFiltering(this.look.filter));
  }

  /** Nothing where the view is empty for good: VS Code then shows its welcome text. */
  private message(): string {
    const { phase, inventory, leftOut, progress: { read, total } } = this.index;
    if (phase === 'reading') return total === 0 ? vscode.l10n.t('Listing files…') : vscode.l10n.t('Reading files: {0} of {1}…', read, total);
    const shown = totalsOf(inventory, this.look.filter);
    if (shown.uses === 0) return '';
    const all = isFiltering(this.look.filter)
      ? vscode.l10n.t('{0} of {1} uses match the filter', shown.uses, totalsOf(inventory, noFilter).uses)
      : totalsText(shown);
    const totals = withoutText(all, leftOut);
    return phase === 'stopped' ? vscode.l10n.t('{0} (stopped after {1} of {2} files)', totals, read, total) : totals;
  }
}

function totalsText({ uses, files }: { uses: number; files: number }): string {
  if (uses === 1) return vscode.l10n.t('1 use');
  return files === 1 ? vscode.l10n.t('{0} uses in 1 file', uses) : vscode.l10n.t('{0} uses in {1} files', uses, files);
}

function withoutText(totals: string, leftOut: readonly vscode.Uri[]): string {
  const [first, ...others] = leftOut;
  if (first === undefined) return totals;
  return others.length === 0
    ? vscode.l10n.t('{0}, without {1} (over 4 MB)', totals, first.path.slice(first.path.lastIndexOf('/') + 1))
    : vscode.l10n.t('{0}, without {1} files over 4 MB', totals, leftOut.length);
}

function setContext(name: string, value: unknown): void {
  void vscode.commands.executeCommand('setContext', `activationLens.${name}`, value);
}
