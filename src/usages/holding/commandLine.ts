/** Options of a command line, which become attributes of what is parsed: `parser.add_argument("--act", default="gelu")`, then `args.act`. */
import { stringValue } from '../../python/literals';
import { callArguments, calleeOf, nameOf, type Argument } from '../../python/parts';
import { Kind, type Node, type SyntaxTree } from '../../python/syntax';
import type { Noted } from '../locals/locals';
import type { Reading } from '../reading';

/** An option with what it is by default. */
interface Option {
  readonly name: string;
  readonly value: Node;
}

/** By name: what the options of the file are by default. */
export type OptionsByName = ReadonlyMap<string, readonly { readonly node: Node }[]>;

/** The option that a call declares with a default, or sets to another. */
export function optionOf(tree: SyntaxTree, call: Node): Option | undefined {
  const callee = calleeOf(tree, call);
  if (tree.kind(callee) !== Kind.Attribute) return undefined;
  const called = nameOf(tree, callee);
  if (called === 'add_argument') return ofParser(tree, callArguments(tree, call));
  return called === 'DEFINE_string' || called === 'DEFINE_enum' ? ofFlags(tree, callArguments(tree, call)) : undefined;
}

/** `argparse` calls an option by `dest`, else by its first long name. */
function ofParser(tree: SyntaxTree, written: readonly Argument[]): Option | undefined {
  const value = written.find(({ keyword }) => keyword === 'default')?.value;
  const dest = written.find(({ keyword }) => keyword === 'dest')?.value;
  const texts = written.filter(({ keyword, stars }) => keyword === undefined && stars === 0).map((argument) => stringValue(tree, argument.value) ?? '');
  const name = dest === undefined ? texts.find((text) => text.startsWith('--'))?.slice(2) ?? texts[0] : stringValue(tree, dest);
  return name === undefined || value === undefined ? undefined : { name: name.replaceAll('-', '_'), value };
}

/** `flags.DEFINE_string("act", "gelu", "What the layers apply.")` of absl. */
function ofFlags(tree: SyntaxTree, [name, value]: readonly Argument[]): Option | undefined {
  const text = name === undefined ? undefined : stringValue(tree, name.value);
  return text === undefined || value === undefined ? undefined : { name: text, value: value.value };
}

/** What all options of a name are by default, for whoever asks an object that is called as such objects are. */
export function defaultsOfOption(reading: Reading, attribute: Node): readonly Node[] {
  const { tree, shared } = reading;
  if (!parsed.test(nameOf(tree, tree.firstChild(attribute)))) return [];
  shared.options ??= optionsIn(reading);
  const options = shared.options.get(nameOf(tree, attribute)) ?? [];
  tree.dependencies?.lead(attribute, options);
  return options.map(({ node }) => node);
}

const parsed = /(^|_)(args?|arguments|opts?|options?|flags?|hparams|hps?|config|conf|cfg|params|settings|namespace|parsed)$/i;

function optionsIn({ tree, locals }: Reading): OptionsByName {
  const found = new Map<string, { readonly node: Node }[]>();
  for (const noted of locals.noted.values()) {
    for (const { name, value } of optionsNoted(tree, noted)) found.set(name, [...found.get(name) ?? [], { node: value }]);
  }
  return found;
}

/** The options that a statement declares whose default stands for an activation. */
export function optionsNoted(tree: SyntaxTree, { first, portion }: Noted): readonly Option[] {
  return portion.options.map((call) => optionOf(tree, first + call)).filter((option) => option !== undefined);
}
