/**
 * Which top-level statements of a text were looked at on behalf of which others, so that after an edit only those are looked at anew to
 * which it may make a difference. Who steps from one place of a tree to another by a table, and not along the tree, says so here.
 */
import type { Node, SyntaxTree } from './syntax';

/** How many characters are looked at that stand behind what is asked for, whatever they belong to. */
export const mostBehind = 120;

/** Statements that are looked into together, such as all that bind one name. */
class Group {
  readonly askers = new Set<Statement>();

  constructor(readonly statements: ReadonlySet<Statement>) {}
}

/** A top-level statement, from version to version as long as nothing in it changes. */
export class Statement {
  /** Those that were looked into from within this one; to look further on from there is to depend on what they lead to. */
  private readonly leadsTo = new Set<Group>();
  /** Those that it is in, and that somebody looks into. */
  private readonly asked = new Set<Group>();
  /** Names that were looked up in it and mean what the module says, or nothing. */
  readonly namesAsked = new Set<string>();
  /** Whether answers about it depend on who asks first: where one of those is looked at anew, all are. */
  isOrderBound = false;
  /** Whether it depends on words anywhere in the text: with every edit it is looked at anew. */
  asksWords = false;
  /** Whether something outside of all definitions was asked what was bound last before it. */
  asksOutside = false;
  /** Whether the text behind it was asked, as far as `mostBehind`. */
  asksBehind = false;
  /** How many of the statements behind it were asked. */
  looksAhead = 0;

  /** Its nodes are those from the first to the root. */
  constructor(public first: Node, public root: Node) {}

  move(byNode: number): void {
    this.first += byNode;
    this.root += byNode;
  }

  /** Together with others, or alone. */
  lookInto(statements: ReadonlySet<Statement>): void {
    const [first] = statements;
    const group = first?.groupOf(statements);
    if (group === undefined || this.leadsTo.has(group)) return;
    for (const statement of group.askers.size === 0 ? statements : []) statement.asked.add(group);
    group.askers.add(this);
    this.leadsTo.add(group);
  }

  private groupOf(statements: ReadonlySet<Statement>): Group {
    for (const group of this.asked) if (group.statements === statements || (group.statements.size === statements.size && [...statements].every((statement) => group.statements.has(statement)))) return group;
    return new Group(statements);
  }

  /** Those that look into it. */
  *askers(): Generator<Statement> {
    for (const { askers } of this.asked) yield* askers;
  }

  forget(): void {
    for (const group of this.leadsTo) {
      group.askers.delete(this);
      for (const statement of group.askers.size === 0 ? group.statements : []) statement.asked.delete(group);
    }
    this.leadsTo.clear();
    this.namesAsked.clear();
    this.isOrderBound = false;
    this.asksWords = false;
    this.asksOutside = false;
    this.asksBehind = false;
    this.looksAhead = 0;
  }
}

export class Dependencies {
  /** Whether something depends on the order of all questions about the text. */
  isTextOrderBound = false;
  /** Whether something depends on words anywhere in the text. */
  asksText = false;
  private readonly placeOfNode: Int32Array;
  /** What was asked for together, by its array. */
  private readonly together = new Map<object, ReadonlySet<Statement>>();

  constructor(tree: SyntaxTree, private readonly statements: readonly Statement[]) {
    this.placeOfNode = new Int32Array(tree.root + 1);
    for (const [place, { first, root }] of statements.entries()) this.placeOfNode.fill(place + 1, first, root + 1);
  }

  /** From a node all these were looked at. */
  lead(from: Node, to: readonly { readonly node: Node }[]): void {
    const statement = this.statementOf(from);
    const statements = this.together.get(to) ?? new Set(to.map(({ node }) => this.statementOf(node)).filter((each) => each !== undefined));
    this.together.set(to, statements);
    if (statement !== undefined && (statements.size > 1 || !statements.has(statement))) statement.lookInto(statements);
  }

  /** What a name means in the module was asked at a node. */
  askModule(node: Node, name: string): void {
    this.statementOf(node)?.namesAsked.add(name);
  }

  bindToOrder(node: Node): void {
    const statement = this.statementOf(node);
    if (statement !== undefined) statement.isOrderBound = true;
  }

  askWords(node: Node): void {
    const statement = this.statementOf(node);
    if (statement !== undefined) statement.asksWords = true;
  }

  /** So many statements behind that of a node were asked. */
  lookAhead(node: Node, statements: number): void {
    const statement = this.statementOf(node);
    if (statement !== undefined) statement.looksAhead = Math.max(statement.looksAhead, statements);
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
export function statementsOf(tree: SyntaxTree): Pick<Statement, 'first' | 'root'>[] {
  const statements: Pick<Statement, 'first' | 'root'>[] = [];
  let first = 1;
  for (let root = tree.firstChild(tree.root); root; root = tree.nextSibling(root)) {
    statements.push({ first, root });
    first = root + 1;
  }
  return statements;
}
