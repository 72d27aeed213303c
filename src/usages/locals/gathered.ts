/** What is known of the names of a text, up to a place in it. */
import { nameOf } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import { wordsOf, WordSet, type Words } from '../../python/words';
import { optionOf } from '../holding/commandLine';
import { targetName } from '../holding/targets';
import { keyFilled } from './filled';
import type { Locals, Noted } from './locals';
import type { Portion } from './portion';

export class Gathered implements Locals {
  readonly words: Words;
  readonly callables = new Set<string>();
  readonly callableAttributes = new Set<string>();
  readonly called = new WordSet();
  readonly strings = new Set<string>();
  readonly holders = new Set<string>();
  readonly heldAttributes = new Set<string>();
  readonly implementers = new Set<string>();
  readonly filled = new Set<string>();
  readonly appended = new Map<string, Node[]>();
  readonly known: Uint8Array;
  readonly texts: Uint8Array;
  readonly aliases: Uint8Array;
  readonly noted = new Map<Node, Noted>();
  /** What mentions an activation: the callables and the holders. */
  readonly mentions = new WordSet();

  constructor(readonly tree: SyntaxTree) {
    this.words = wordsOf(tree);
    this.known = new Uint8Array(tree.root + 1);
    this.texts = new Uint8Array(tree.root + 1);
    this.aliases = new Uint8Array(tree.root + 1);
  }

  hold(node: Node): void {
    this.heldAttributes.add(nameOf(this.tree, node));
    this.holdVariable(node);
  }

  holdVariable(node: Node): void {
    this.holders.add(nameOf(this.tree, node));
    this.mentions.add(this.words.at(node));
  }

  /** Nothing but the attribute has the name that a string gives it. */
  holdAdded(name: Node): void {
    this.holders.add(targetName(this.tree, name));
    this.heldAttributes.add(targetName(this.tree, name));
  }

  call(node: Node): void {
    const name = nameOf(this.tree, node);
    this.callables.add(name);
    if (this.tree.kind(node) === Kind.Attribute) this.callableAttributes.add(name);
    this.called.add(this.words.at(node));
    this.mentions.add(this.words.at(node));
  }

  /** What is parsed has an attribute for each option. */
  declareOption(call: Node): void {
    const option = optionOf(this.tree, call);
    if (option) this.heldAttributes.add(option.name);
  }

  fill(entry: Node): void {
    const key = keyFilled(this.tree, entry);
    if (key !== undefined) this.filled.add(key);
  }

  /** What is called so within a statement alone. */
  mention(node: Node): void {
    this.mentions.add(this.words.at(node));
  }

  implement(node: Node): void {
    this.implementers.add(nameOf(this.tree, node));
    this.called.add(this.words.at(node));
    this.hold(node);
  }

  nameString(node: Node): void {
    this.strings.add(nameOf(this.tree, node));
  }

  append(row: Node, item: Node): void {
    const name = nameOf(this.tree, row);
    const items = this.appended.get(name);
    if (items) items.push(item);
    else this.appended.set(name, [item]);
    this.hold(row);
  }

  /** All that a statement says, from what was noted of it. */
  add(portion: Portion, first: Node, root: Node): void {
    const { held, variables, callable, alias, implementing, strings, appended, added, options, filled } = portion;
    this.noted.set(root, { first, portion });
    for (const node of held) this.hold(first + node);
    for (const node of variables) this.holdVariable(first + node);
    for (const node of callable) this.call(first + node);
    for (const node of alias) this.mention(first + node);
    for (const node of implementing) this.implement(first + node);
    for (const node of strings) this.nameString(first + node);
    for (const { row, item } of appended) this.append(first + row, item === undefined ? NONE : first + item);
    for (const name of added) this.holdAdded(first + name);
    for (const call of options) this.declareOption(first + call);
    for (const entry of filled) this.fill(first + entry);
  }
}
