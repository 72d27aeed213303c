/** What the attributes of a class are given: `self.act` by the class, or by one of the same file that it is derived from. */
import { assignedValue, assignmentOf, basesOf, nameOf } from '../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';
import type { Holding } from './holding';
import type { Reading } from './reading';
import { namedTargets, pairedTargets, type Bound } from './targets';

/** One place that gives an attribute its value. */
export interface Given {
  readonly value: Node;
  /** True for the annotated field of a dataclass, which its constructor may set to another. */
  readonly isField: boolean;
}

export interface Attributes {
  /** By the class and the name of the attribute. */
  readonly ofClass: ReadonlyMap<Node, ReadonlyMap<string, readonly Given[]>>;
  /** By name: what any other object is given, as in `layer.act = nn.SiLU()`. */
  readonly ofOthers: ReadonlyMap<string, readonly Given[]>;
  readonly held: Map<string, Holding>;
}

/** Deeper trees of classes in one file are not followed. */
const deepest = 8;

/** The only value that an attribute of `self` is given, or `NONE`. */
export function valueOfAttribute(reading: Reading, attribute: Node): Node {
  const { tree, locals } = reading;
  const name = nameOf(tree, attribute);
  const owner = locals.holders.has(name) ? classOfSelf(reading, tree.firstChild(attribute)) : NONE;
  const [given, other] = owner ? givenTo(reading, owner, name) : [];
  return given === undefined || other !== undefined ? NONE : given.value;
}

/** What a class gives to an attribute, else what the first class does that it is derived from; and what others are given. */
export function givenTo(reading: Reading, owner: Node, name: string): readonly Given[] {
  const { ofClass } = attributesOf(reading);
  let classes = [owner];
  for (let level = 0; level < deepest && classes.length > 0; level++) {
    const own = classes.flatMap((each) => ofClass.get(each)?.get(name) ?? []);
    if (own.length > 0) return [...own, ...givenByOthers(reading, owner, name)];
    classes = classes.flatMap((each) => basesIn(reading, each)).slice(0, deepest);
  }
  return [];
}

function givenByOthers(reading: Reading, owner: Node, name: string): readonly Given[] {
  const given = attributesOf(reading).ofOthers.get(name) ?? noneGiven;
  reading.tree.dependencies?.lead(owner, given.map(({ value }) => ({ node: value })));
  return given;
}

const noneGiven: readonly Given[] = [];

function basesIn({ tree, names }: Reading, owner: Node): Node[] {
  return basesOf(tree, owner).map(({ value }) => names.definitionOf(value)).filter((base) => tree.kind(base) === Kind.ClassDef);
}

/** The class whose method has a name as its first parameter. */
export function classOfSelf({ tree, names }: Reading, node: Node): Node {
  const [binding, other] = names.bindingsOf(node);
  if (binding === undefined || other !== undefined || tree.kind(binding.node) !== Kind.Parameter) return NONE;
  const parameters = tree.parent(binding.node);
  if (tree.firstChild(parameters) !== binding.node) return NONE;
  return classAround(tree, tree.parent(parameters));
}

/** The class of which a definition is a method. */
function classAround(tree: SyntaxTree, definition: Node): Node {
  const outermost = tree.kind(tree.parent(definition)) === Kind.Decorated ? tree.parent(definition) : definition;
  const block = tree.parent(outermost);
  return tree.kind(block) === Kind.Block && tree.kind(tree.parent(block)) === Kind.ClassDef ? tree.parent(block) : NONE;
}

export function attributesOf(reading: Reading): Attributes {
  reading.shared.attributes ??= readAttributes(reading);
  return reading.shared.attributes;
}

/** Only of names that may hold an activation. */
function readAttributes(reading: Reading): Attributes {
  const { tree, locals } = reading;
  const ofClass = new Map<Node, Map<string, Given[]>>();
  const ofOthers = new Map<string, Given[]>();
  const give = (target: Node, given: Given): void => {
    const name = nameOf(tree, target);
    if (!locals.holders.has(name)) return;
    const owner = ownerOf(reading, target);
    if (owner) append(table(ofClass, owner), name, given);
    else if (tree.kind(target) === Kind.Attribute) append(ofOthers, name, given);
  };
  for (const node of locals.bindings) {
    for (const { target, value } of boundBy(reading, node)) {
      give(target, { value, isField: tree.kind(node) === Kind.AnnAssign && tree.kind(target) === Kind.Name });
    }
  }
  return { ofClass, ofOthers, held: new Map() };
}

/** The attributes that a stretch of nodes gives to other objects than `self`, whatever it gives them. */
export function othersGivenWithin(reading: Reading, first: Node, last: Node): string[] {
  const { tree, locals } = reading;
  const within = locals.bindings.filter((node) => first <= node && node <= last && assignmentOf(tree, node) !== undefined);
  const targets = within.flatMap((node) => assignmentOf(tree, node)?.targets ?? []).flatMap((target) => namedTargets(tree, target));
  return targets.filter((target) => tree.kind(target) === Kind.Attribute && ownerOf(reading, target) === NONE).map((target) => nameOf(tree, target));
}

/** Of what binds one name that holds nothing, nothing. */
function boundBy({ tree, locals }: Reading, node: Node): readonly Bound[] {
  const first = tree.firstChild(node);
  const kind = tree.kind(first);
  const isOne = kind === Kind.Identifier || ((kind === Kind.Name || kind === Kind.Attribute) && tree.nextSibling(first) === tree.lastChild(node));
  if (isOne && !locals.holders.has(nameOf(tree, first))) return nothing;
  switch (tree.kind(node)) {
    case Kind.Assign:
    case Kind.AnnAssign: {
      const value = assignedValue(tree, node);
      if (value === NONE) return nothing;
      return isOne ? [{ target: first, value }] : (assignmentOf(tree, node)?.targets ?? []).flatMap((target) => pairedTargets(tree, target, value));
    }
    case Kind.AugAssign:
      return [{ target: tree.firstChild(node), value: NONE }];
    default:
      return [{ target: node, value: node }];
  }
}

const nothing: readonly Bound[] = [];

/** The class of `self` in `self.act`; of a name or method in the body of a class that class; else `NONE`. */
function ownerOf(reading: Reading, target: Node): Node {
  const { tree, names } = reading;
  if (tree.kind(target) === Kind.Attribute) return classOfSelf(reading, tree.firstChild(target));
  const around = names.enclosingDefinition(target);
  return tree.kind(around) === Kind.ClassDef ? around : NONE;
}

function table(tables: Map<Node, Map<string, Given[]>>, owner: Node): Map<string, Given[]> {
  const found = tables.get(owner) ?? new Map<string, Given[]>();
  tables.set(owner, found);
  return found;
}

function append(map: Map<string, Given[]>, name: string, given: Given): void {
  const all = map.get(name);
  if (all) all.push(given);
  else map.set(name, [given]);
}
