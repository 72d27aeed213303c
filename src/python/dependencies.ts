/**
 * Which top-level statements of a text were looked at on behalf of which others, so that after an edit only those are looked at anew to
 * which it may make a difference. Who steps from one place of a tree to another by a table, and not along the tree, says so here.
 */
import { Group, type Statement } from './statement';
import { isDefinition } from './parts';
import { Kind, NONE, type Node, type SyntaxTree } from './syntax';

/** How many characters are looked at that stand before or behind what is asked for, whatever they belong to. */
export const mostAround = 120;

export class Dependencies {
  /** Whether something depends on the order of all questions about the text. */
  isTextOrderBound = false;
  /** Whether something depends on words anywhere in the text. */
  asksText = false;
  private readonly placeOfNode: Int32Array;
  /** What was asked for together, by its array. */
  private readonly together = new Map<object, Group>();

  constructor(private readonly tree: SyntaxTree, private readonly statements: readonly Statement[]) {
    this.placeOfNode = new Int32Array(tree.root + 1);
    for (const [place, { first, root }] of statements.entries()) this.placeOfNode.fill(place + 1, first, root + 1);
  }

  /** From a node all these were looked at. */
  lead(from: Node, to: readonly { readonly node: Node }[]): void {
    const statement = this.statementOf(from);
    let group = this.together.get(to);
    if (group === undefined) this.together.set(to, group = Group.of(new Set(to.map(({ node }) => this.statementOf(node)).filter((each) => each !== undefined))));
    statement?.lookInto(group);
  }

  /** At a node no more was asked of a definition than what it says by itself; where it is a part of a statement, that leads there. */
  listen(at: Node, definition: Node): void {
    const [statement, other] = [this.statementOf(at), this.statementOf(definition)];
    if (statement === undefined || other === undefined || statement === other) return;
    if (definitionIn(this.tree, other.root) === definition) statement.listenTo(other);
    else statement.lookInto(other.alone);
  }

  /** What a name means in the module was asked at a node. */
  askModule(node: Node, name: string): void {
    this.statementOf(node)?.namesAsked.add(name);
  }

  bindToOrder(node: Node): void {
    this.mark(node, 'isOrderBound');
  }

  askAnywhere(node: Node): void {
    this.mark(node, 'asksAnywhere');
  }

  /** So many statements behind that of a node were asked. */
  lookAhead(node: Node, statements: number): void {
    const statement = this.statementOf(node);
    if (statement !== undefined) statement.looksAhead = Math.max(statement.looksAhead, statements);
  }

  askOutside(node: Node): void {
    this.mark(node, 'asksOutside');
  }

  /** What stands before a statement was asked. */
  askAbove(node: Node): void {
    this.mark(node, 'asksAbove');
  }

  /** What stands behind the end of a statement was asked. */
  askBehind(node: Node): void {
    this.mark(node, 'asksBehind');
  }

  private mark(node: Node, what: 'isOrderBound' | 'asksAnywhere' | 'asksOutside' | 'asksAbove' | 'asksBehind'): void {
    const statement = this.statementOf(node);
    if (statement !== undefined) statement[what] = true;
  }

  private statementOf(node: Node): Statement | undefined {
    return this.statements[this.placeOfNode[node]! - 1];
  }
}

/** The definition that a top-level statement is, or `NONE`. */
export function definitionIn(tree: SyntaxTree, root: Node): Node {
  const definition = tree.kind(root) === Kind.Decorated ? tree.lastChild(root) : root;
  return isDefinition(tree.kind(definition)) ? definition : NONE;
}

/** The top-level statements of a tree, in their order. */
export function statementsOf(tree: SyntaxTree): Pick<Statement, 'first' | 'root'>[] {
  const statements: Pick<Statement, 'first' | 'root'>[] = [];
  let first = 1;
  for (let root = tree.firstChild(tree.root); root; root = tree.nextSibling(root)) {
    statements.push({ first, root });
    first = root + 1;
  }
  return statements;
}
