/** What the attributes of a class are given: `self.act` by the class, or by one of the same file that it is derived from. */
import { calledFor } from '../called/taking';
import { basesOf, nameOf, topStatementOf } from '../../python/parts';
import { Kind, NONE, type Node } from '../../python/syntax';
import { classOfSelf } from './classOfSelf';
import { givenAnywhere, givenToOthers, type GivenAnywhere } from './givenToOthers';
import type { GivenByText } from './grown';
import { keeperOf } from './handedToBase';
import type { Holding } from './holding';
import type { Noted } from '../locals/locals';
import type { Reading } from '../reading';
import { addedBy, boundBy, isText, targetName } from './targets';

/** One place that gives an attribute its value. */
export interface Given {
  readonly value: Node;
  /** What is given it, where no single expression is the value. */
  readonly target?: Node;
  /** True for the annotated field of a dataclass, which its constructor may set to another. */
  readonly isField: boolean;
  /** True for what is given to an object that settings are kept in by custom: `config.act = "swish"`. */
  readonly isSetting?: boolean;
}

export interface Attributes {
  /** By the class and the name of the attribute, of each top-level statement that was asked about. */
  readonly ofClasses: Map<Node, GivenByClasses>;
  readonly anywhere: GivenAnywhere;
  /** By name: what any other object than `self` is given, as in `layer.act = nn.SiLU()`; of what was asked about. */
  readonly ofOthers: Map<string, readonly Given[]>;
  readonly ofObjects: GivenByText;
  readonly held: Map<string, Holding>;
  /** The classes of the file by the names of their bases. */
  readonly derived: Map<string, readonly { readonly node: Node }[]>;
}

type GivenByClasses = ReadonlyMap<Node, ReadonlyMap<string, readonly Given[]>>;

/** Deeper trees of classes in one file are not followed. */
const deepest = 8;

/** The only value that an attribute of `self` is given, or `NONE`. */
export function valueOfAttribute(reading: Reading, attribute: Node): Node {
  const { tree, locals } = reading;
  const name = nameOf(tree, attribute);
  const owner = locals.heldAttributes.has(name) ? classOfSelf(reading, tree.firstChild(attribute)) : NONE;
  const [given, other] = owner ? givenTo(reading, owner, name) : [];
  return given === undefined || other !== undefined ? NONE : given.value;
}

/** What a class gives to an attribute, else what the first class does that it is derived from; and what others are given. */
export function givenTo(reading: Reading, owner: Node, name: string): readonly Given[] {
  let classes = [owner];
  for (let level = 0; level < deepest && classes.length > 0; level++) {
    const own = classes.flatMap((each) => givenByClasses(reading, each).get(each)?.get(name) ?? []);
    if (own.length > 0) return [...own, ...givenByOthers(reading, owner, name)];
    classes = classes.flatMap((each) => basesIn(reading, each)).slice(0, deepest);
  }
  return givenByDerived(reading, owner, name);
}

/** What the classes of the file give that are derived from one which asks for what it is never given: `self.relu` of a base whose networks differ. */
function givenByDerived(reading: Reading, owner: Node, name: string): readonly Given[] {
  const derived = derivedFrom(reading, owner);
  return derived.flatMap(({ node }) => givenByClasses(reading, node).get(node)?.get(name) ?? []).map((given) => ({ ...given, isField: true }));
}

function derivedFrom(reading: Reading, owner: Node): readonly { readonly node: Node }[] {
  const { tree } = reading;
  const [{ derived }, name] = [attributesOf(reading), nameOf(tree, owner)];
  if (derived.size === 0) for (const [base, heirs] of heirsWithin(reading, 1, tree.root)) derived.set(base, heirs);
  const heirs = derived.get(name) ?? noHeirs;
  tree.dependencies?.askModule(owner, name);
  tree.dependencies?.askModule(owner, heirsOf(name));
  tree.dependencies?.lead(owner, heirs);
  return heirs.filter(({ node }) => basesIn(reading, node).includes(owner));
}

const noHeirs: readonly { readonly node: Node }[] = [];

/** What is asked for by who asks which classes have a base of a name; no name is written so. */
export function heirsOf(base: string): string {
  return `(${base})`;
}

/** The classes of the module in a stretch of it, by the names of their bases. */
export function heirsWithin({ tree, locals }: Reading, first: Node, last: Node): ReadonlyMap<string, { readonly node: Node }[]> {
  const heirs = new Map<string, { readonly node: Node }[]>();
  for (const node of locals.noted.keys()) {
    if (node < first || node > last || tree.kind(node) !== Kind.ClassDef) continue;
    for (const { value } of basesOf(tree, node)) heirs.set(nameOf(tree, value), [...heirs.get(nameOf(tree, value)) ?? [], { node }]);
  }
  return heirs;
}

/** Of the names that a class gives something to, those that are counted: `relu2` and `relu3` of `relu*`. */
export function namesCounted(reading: Reading, owner: Node, [before = '', after = '']: readonly string[]): readonly string[] {
  const names = [...givenByClasses(reading, owner).get(owner)?.keys() ?? []];
  return names.filter((name) => name.startsWith(before) && name.endsWith(after) && /^\d+$/.test(name.slice(before.length, name.length - after.length)));
}

/** What any object but `self` is given under a name. */
export function givenByOthers(reading: Reading, owner: Node, name: string): readonly Given[] {
  const { ofOthers, anywhere } = attributesOf(reading);
  const given = ofOthers.get(name) ?? givenToOthers(reading, anywhere, name);
  ofOthers.set(name, given);
  reading.tree.dependencies?.lead(owner, given.map(({ value }) => ({ node: value })));
  return given;
}

function basesIn({ tree, names }: Reading, owner: Node): Node[] {
  return basesOf(tree, owner).map(({ value }) => names.definitionOf(value)).filter((base) => tree.kind(base) === Kind.ClassDef);
}

export function attributesOf(reading: Reading): Attributes {
  return (reading.shared.attributes ??= { ofClasses: new Map(), anywhere: givenAnywhere(reading), ofOthers: new Map(), ofObjects: new Map(), held: new Map(), derived: new Map() });
}

/** What the classes of the top-level statement around one give: only to names that may hold an activation. */
function givenByClasses(reading: Reading, owner: Node): GivenByClasses {
  const { ofClasses } = attributesOf(reading);
  const root = topStatementOf(reading.tree, owner);
  const known = ofClasses.get(root);
  if (known) return known;
  const given = readClasses(reading, reading.locals.noted.get(root));
  ofClasses.set(root, given);
  return given;
}

function readClasses(reading: Reading, noted: Noted | undefined): GivenByClasses {
  const { tree, locals } = reading;
  const ofClass = new Map<Node, Map<string, Given[]>>();
  for (const binding of noted?.portion.bindings ?? []) {
    const node = (noted?.first ?? NONE) + binding;
    for (const { target, value } of bindsNoHolder(reading, node) ? [] : boundBy(tree, node)) {
      const name = targetName(tree, target);
      const owner = locals.heldAttributes.has(name) ? ownerOf(reading, target) : NONE;
      if (owner) append(table(ofClass, owner), name, { value, ...(value === NONE ? { target } : {}), isField: tree.kind(node) === Kind.AnnAssign && tree.kind(target) === Kind.Name });
    }
  }
  addFields(reading, noted, ofClass);
  return ofClass;
}

/** What a class only annotates its constructor gives, where nothing else does. */
function addFields(reading: Reading, noted: Noted | undefined, ofClass: Map<Node, Map<string, Given[]>>): void {
  const { tree } = reading;
  for (const taking of noted?.portion.taking ?? []) {
    const target = (noted?.first ?? NONE) + taking;
    const owner = tree.kind(target) === Kind.AnnAssign ? calledFor(tree, target) : NONE;
    const name = nameOf(tree, tree.firstChild(target));
    if (owner !== NONE && ofClass.get(owner)?.has(name) !== true) append(table(ofClass, owner), name, { value: NONE, target, isField: true });
  }
}

/** Whether all that a statement binds is one name, and nothing that may hold an activation is ever given to that. */
function bindsNoHolder({ tree, locals }: Reading, node: Node): boolean {
  const first = tree.firstChild(node);
  const kind = tree.kind(first);
  const isOne = kind === Kind.Identifier || ((kind === Kind.Name || kind === Kind.Attribute) && tree.nextSibling(first) === tree.lastChild(node));
  return isOne && !locals.heldAttributes.has(nameOf(tree, first));
}

/** The class of `self` in `self.act`; of a name or method in the body of a class that class, and of what its constructor hands to a base that keeps it; else `NONE`. */
function ownerOf(reading: Reading, target: Node): Node {
  const { tree, names } = reading;
  if (tree.kind(target) === Kind.Attribute) return classOfSelf(reading, tree.firstChild(target));
  if (tree.kind(target) === Kind.KeywordArgument) return keeperOf(reading, target);
  if (isText(tree, target)) return classOfSelf(reading, addedBy(tree, tree.parent(target))?.object ?? NONE);
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
