import type { Node } from './syntax';

/** Statements that are looked into together, such as all that bind one name. */
export class Group {
  readonly askers = new Set<Statement>();

  constructor(readonly statements: ReadonlySet<Statement>) {}

  /** That of some statements, which is kept from version to version as long as anybody looks into it. */
  static of(statements: ReadonlySet<Statement>): Group {
    const [first] = statements;
    return (statements.size === 1 ? first?.alone : first?.groupWith(statements)) ?? new Group(statements);
  }
}

/** A top-level statement, from version to version as long as nothing in it changes. */
export class Statement {
  readonly alone = new Group(new Set([this]));
  /** Those that were looked into from within this one; to look further on from there is to depend on what they lead to. */
  private readonly leadsTo = new Set<Group>();
  /** Those that it is in, and that somebody looks into. */
  private readonly asked = new Set<Group>();
  /** Those who ask of the definition that it is only what that says by itself, and those of which it asks no more. */
  readonly listeners = new Set<Statement>();
  private readonly heard = new Set<Statement>();
  /** What its definition said when that was last asked: as long as it does, the rest of it makes no difference to listeners. */
  said: string | undefined;
  /** Names that were looked up in it and mean what the module says, or nothing. */
  readonly namesAsked = new Set<string>();
  /** Whether answers about it depend on who asks first: where one of those is looked at anew, all are. */
  isOrderBound = false;
  /** Whether it depends on what stands anywhere in the text: with every edit it is looked at anew. */
  asksAnywhere = false;
  /** Whether something outside of all definitions was asked what was bound last before it. */
  asksOutside = false;
  /** Whether the text before it was asked, as far as `mostAround`. */
  asksAbove = false;
  /** Whether the text behind it was asked, as far. */
  asksBehind = false;
  /** How many of the statements behind it were asked. */
  looksAhead = 0;

  /** Its nodes are those from the first to the root. */
  constructor(public first: Node, public root: Node) {}

  move(byNode: number): void {
    this.first += byNode;
    this.root += byNode;
  }

  lookInto(group: Group): void {
    if (group === this.alone || this.leadsTo.has(group)) return;
    for (const statement of group.askers.size === 0 ? group.statements : []) statement.asked.add(group);
    group.askers.add(this);
    this.leadsTo.add(group);
  }

  /** The group of just these, if anybody looks into it. */
  groupWith(statements: ReadonlySet<Statement>): Group | undefined {
    const isSame = (group: Group): boolean => group.statements.size === statements.size && [...statements].every((statement) => group.statements.has(statement));
    return [...this.asked].find(isSame);
  }

  /** Those that look into it; what it says depends on them too where they ask in an order. */
  *askers(): Generator<Statement> {
    for (const { askers } of this.asked) yield* askers;
    if (this.isOrderBound) yield* this.listeners;
  }

  listenTo(other: Statement): void {
    other.listeners.add(this);
    this.heard.add(other);
  }

  /** Takes the place of an earlier version. */
  succeed(earlier: Statement): void {
    this.said = earlier.said;
    for (const listener of earlier.listeners) {
      listener.heard.delete(earlier);
      listener.listenTo(this);
    }
    earlier.listeners.clear();
  }

  forget(): void {
    for (const other of this.heard) other.listeners.delete(this);
    this.heard.clear();
    for (const group of this.leadsTo) {
      group.askers.delete(this);
      for (const statement of group.askers.size === 0 ? group.statements : []) statement.asked.delete(group);
    }
    this.leadsTo.clear();
    this.namesAsked.clear();
    this.isOrderBound = false;
    this.asksAnywhere = false;
    this.asksOutside = false;
    this.asksAbove = false;
    this.asksBehind = false;
    this.looksAhead = 0;
  }
}
