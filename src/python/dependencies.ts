/**
 * Which top-level statements of a text were looked at on behalf of which others, so that after an edit only those are looked at anew to
 * which it may make a difference. Who steps from one place of a tree to another by a table, and not along the tree, says so here.
 */
import type { Node, SyntaxTree } from './syntax';

/** How many characters are looked at that stand behind what is asked for, whatever they belong to. */
export const mostBehind = 120;

/** A top-level statement, from version to version as long as nothing in it changes. */
export class Statement {
  /** Those that were looked into from within this one; to look further on from there is to depend on what they lead to. */
  readonly leadsTo = new Set<Statement>();
  /** Names that were looked up in it and mean what the module says, or nothing. */
  readonly asked = new Set<string>();
  /** Whether answers about it depend on who asks first, or on more than is noted: with every edit it is looked at anew. */
  isOrderBound = false;
  /** Whether something outside of all definitions was asked what was bound last before it. */
  asksOutside = false;
  /** Whether the text behind it was asked, as far as `mostBehind`. */
  asksBehind = false;

  /** Its nodes are those from the first to the root. */
  constructor(public first: Node, public root: Node) {}

  move(byNode: number): void {
    this.first += byNode;
    this.root += byNode;
  }

  forget(): void {
    this.leadsTo.clear();
    this.asked.clear();
    this.isOrderBound = false;
    this.asksOutside = false;
    this.asksBehind = false;
  }
}

export class Dependencies {
  /** Whether something depends on the order of all questions about the text. */
  isTextOrderBound = false;
  /** Whether something depends on words anywhere in the text. */
  asksText = false;
  private readonly placeOfNode: Int32Array;
  /** Who asked last for what, since the same is asked again and again. */
  private readonly asked = new Map<object, Statement>();

  constructor(tree: SyntaxTree, private readonly statements: readonly Statement[]) {
    this.placeOfNode = new Int32Array(tree.root + 1);
    for (const [place, { first, root }] of statements.entries()) this.placeOfNode.fill(place + 1, first, root + 1);
  }

  /** From a node all these were looked at. */
  lead(from: Node, to: readonly { readonly node: Node }[]): void {
    const statement = this.statementOf(from);
    if (statement === undefined || this.asked.get(to) === statement) return;
    this.asked.set(to, statement);
    for (const { node } of to) {
      const other = this.statementOf(node);
      if (other !== undefined && other !== statement) statement.leadsTo.add(other);
    }
  }

  /** What a name means in the module was asked at a node. */
  askModule(node: Node, name: string): void {
    this.statementOf(node)?.asked.add(name);
  }

  bindToOrder(node: Node): void {
    const statement = this.statementOf(node);
    if (statement !== undefined) statement.isOrderBound = true;
  }

  askOutside(node: Node): void {
    const statement = this.statementOf(node);
    if (statement !== undefined) statement.asksOutside = true;
  }

  /** What stands behind the end of a statement was asked. */
  askBehind(node: Node): void {
    const statement = this.statementOf(node);
    if (statement !== undefined) statement.asksBehind = true;
  }

  private statementOf(node: Node): Statement | undefined {
    return this.statements[this.placeOfNode[node]! - 1];
  }
}

/** The top-level statements of a tree, in their order. */
export function statementsOf(tree: SyntaxTree): Statement[] {
  const statements: Statement[] = [];
  let first = 1;
  for (let root = tree.firstChild(tree.root); root; root = tree.nextSibling(root)) {
    statements.push(new Statement(first, root));
    first = root + 1;
  }
  return statements;
}
