/** Calls that name a setting and give its value: `add_argument("--act", default="relu")`, `config.get("activation", "gelu")`. */
import { stringValue } from '../../python/literals';
import { callArguments, calleeOf, isRow, nameOf, type Argument } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import { anyOf, eitherOf } from '../eitherOf';
import { textAround } from '../holding/textAround';
import type { Reading } from '../reading';
import { telling } from '../tellingNames';

interface Option {
  readonly name: string;
  readonly value: Node;
}

/** Parsers of the command line, whose options begin with dashes: argparse and those like it, click; and what people call their own. */
const parsers = /^(add_argument|add_option|add_arg|add|option|argument|(add_)?([Ff]lag|[Pp]aram(eter)?)|Option|Argument|opt|arg)$/;
/** Readers of a mapping that take what counts where it lacks the key. */
const settings = anyOf('or_?default default or value val param parameter option setting config config_value h?param hyper_?param(eter)? arg str string property');
const readers = eitherOf(/^(get|pop|setdefault|getenv)$/i, new RegExp(`^_*get_?${settings}(_or_default)?$`));
/** Readers and writers of attributes, the built-in ones and those that people write around them. */
const attributes = /^(\w+_)?[gs]etattr$/;
const flags = /^(DEFINE_(multi_)?(string|enum)|parametrize|HParam|add_(categorical|choice|enum)(_h?param(eter)?)?)$/;
/** Searches for the best of several settings: Keras Tuner, Optuna, Hyperopt. */
const searches = /^(Choice|choice|suggest_categorical|Fixed)$/;

/** What scikit-optimize and ConfigSpace search along: `Categorical(["relu", "tanh"], name="activation")`, `CategoricalHyperparameter("act", ["relu", "tanh"])`. */
const dimensions = /^Categorical(Hyperparameter)?$/;
/** What sets a parameter of something by its path: `gin.bind_parameter("Net.activation", "relu")`. */
const binders = /^bind_parameter$/;
/** What people call functions that set one of several settings, given last: `set_default(config, "activation", "relu")`, `params.add_hparam("act", "gelu")`. */
const setters = /^_*(set|add|override)_?(if_missing|missing|defaults?|h?params?|hyper_?parameters?|options?|values?|settings?|config|attr(ibute)?|key)?$/i;

/** Any of these, so that all other calls cost one test. */
const any = new RegExp([parsers, readers, attributes, flags, searches, dimensions, binders, setters].map(({ source }) => source).join('|'));

/** The options that a call names, each with what is given to it: a search has choices and begins with one of them. */
export function optionsAt(reading: Reading, call: Node): readonly Option[] {
  const option = optionAt(reading, call);
  if (option === undefined) return none;
  const called = nameOf(reading.tree, calleeOf(reading.tree, call));
  if (option.name.includes(',')) return together(reading.tree, option);
  const begun = searches.test(called) || dimensions.test(called) ? defaultOf(reading, call) : NONE;
  return begun === NONE || begun === option.value ? [option] : [option, { name: option.name, value: begun }];
}

const none: readonly Option[] = [];

/** `parametrize("act, size", [("relu", 3), ("tanh", 5)])`: each row has a value for each name. */
function together(tree: SyntaxTree, { name, value }: Option): readonly Option[] {
  const names = name.split(',').map((each) => each.trim());
  return tree.children(value).flatMap((row) => (tree.kind(row) === Kind.Tuple ? tree.children(row).flatMap((item, place) => ({ name: names[place] ?? '', value: item })) : []));
}

/** `hp.Choice("activation", ["relu", "tanh"], default="relu")` */
function defaultOf({ tree }: Reading, call: Node): Node {
  return callArguments(tree, call).find(({ keyword }) => keyword === 'default' || keyword === 'default_value')?.value ?? NONE;
}

function optionAt(reading: Reading, call: Node): Option | undefined {
  const { tree } = reading;
  const callee = calleeOf(tree, call);
  const called = nameOf(tree, callee);
  if (!any.test(called)) return undefined;
  if (parsers.test(called)) return parserOption(reading, callArguments(tree, call)) ?? (called === 'add' ? gridOption(reading, call) : undefined);
  if (called === 'get' && callArguments(tree, call).some(({ keyword }) => keyword === 'fallback')) return namedBy(reading, call, 1);
  if (flags.test(called) || ((readers.test(called) || searches.test(called)) && tree.kind(callee) === Kind.Attribute)) return namedBy(reading, call, 0);
  if (dimensions.test(called)) return dimensionOf(reading, callArguments(tree, call));
  if (binders.test(called)) return lastOf(namedBy(reading, call, 0));
  if (setters.test(called)) return namedBy(reading, call, callArguments(tree, call).length - 2);
  return attributes.test(called) ? namedBy(reading, call, 1) : undefined;
}

/** What a grid of experiments goes through: `grid.add("model:activation", ["relu", "tanh"])`. */
function gridOption({ tree }: Reading, call: Node): Option | undefined {
  const [name, value, more] = callArguments(tree, call);
  const text = name && stringValue(tree, name.value);
  const isGrid = text !== undefined && value !== undefined && more === undefined && value.keyword === undefined && tree.kind(value.value) === Kind.List;
  return isGrid ? { name: text, value: value.value } : undefined;
}

function dimensionOf({ tree }: Reading, written: readonly Argument[]): Option | undefined {
  const list = written.find(({ keyword, value }) => keyword === undefined && isRow(tree, value));
  const choices = written.find(({ keyword }) => keyword === 'categories' || keyword === 'choices') ?? list;
  const name = written.find(({ keyword }) => keyword === 'name') ?? (written[0]?.keyword === undefined ? written[0] : undefined);
  const text = name && stringValue(tree, name.value);
  return text === undefined || choices === undefined ? undefined : { name: text, value: choices.value };
}

function lastOf(option: Option | undefined): Option | undefined {
  return option && { ...option, name: option.name.slice(option.name.lastIndexOf('.') + 1) };
}

/** The option that the argument at `place` names, with its value behind it. */
function namedBy({ tree }: Reading, call: Node, place: number): Option | undefined {
  const written = callArguments(tree, call);
  const [name, value] = [written[place], written[place + 1]];
  const text = name && nameWritten(tree, name.value);
  if (text === undefined || value === undefined || value.stars > 0) return undefined;
  return value.keyword === undefined || named.includes(value.keyword) ? { name: text, value: value.value } : undefined;
}

/** A name as it is written, or with its number left out: `f"layer_{i}_activation"`, `"activation_" + str(i)`. */
function nameWritten(tree: SyntaxTree, name: Node): string | undefined {
  const text = stringValue(tree, name);
  const around = text === undefined ? textAround(tree, name) : undefined;
  return around ? `${around.before}${around.after}`.replace(/_{2,}/g, '_').replace(/_$/, '') : text;
}

/** How a value is passed by its name. */
const named: readonly string[] = ['default', 'value', 'values', 'choices', 'fallback'];

function parserOption({ tree }: Reading, written: readonly Argument[]): Option | undefined {
  const value = written.find(({ keyword }) => keyword === 'default')?.value;
  const named = nameOfOption(tree, written);
  const name = named && stringValue(tree, named.value);
  if (name === undefined || value === undefined) return undefined;
  return { name: saysHelp(tree, written, value) ? 'activation' : name.replace(/^-+/, '').replaceAll('-', '_'), value };
}

/** What it is kept under, else its long name; one without dashes stands first: `add_argument("-a", "--act", dest="activation")`. */
function nameOfOption(tree: SyntaxTree, written: readonly Argument[]): Argument | undefined {
  const isLong = ({ keyword, value }: Argument): boolean => keyword === undefined && stringValue(tree, value)?.startsWith('--') === true;
  return written.find(({ keyword }) => keyword === 'dest')
    ?? written.find(isLong)
    ?? written.slice(0, 1).find(({ value }) => /^[a-z]/i.test(stringValue(tree, value) ?? ''));
}

/** Whether an option is for an activation by what is said of it, `help="activation function of the hidden layers"`, and has one by default. */
function saysHelp(tree: SyntaxTree, written: readonly Argument[], value: Node): boolean {
  if (!telling.test(stringValue(tree, value) ?? '')) return false;
  const help = written.find(({ keyword }) => keyword === 'help');
  return help !== undefined && /\b(activations?|non-?linearit(y|ies)) ?(functions?\b|$|between|of|for|in|to|\()/i.test(stringValue(tree, help.value) ?? '');
}

/** Makers of a field or option that take its default by name or first: dataclasses, attrs, pydantic, typer, traitlets, fancyflags. */
const fields = /^(field|Field|ib|attrib|Option|Argument|Param(eter)?|FieldReference|Str(ing)?(Field)?|Unicode|Enum|Selector)$/;

/** Searches that are given what there is to choose from and stand where the choice does: `tune.choice(["relu", "tanh"])`. */
const searched = /^((\w+_)?choice|sampled_from|grid_search|Categorical|Choice|suggest_categorical|Discrete|_*(option|pick|draw|choose|sample)(_one)?)$/;

/** The list in `tune.choice([…])`, `hp.Choice("name", […])` and `Categorical(categories=[…])`, or `NONE`. */
export function choicesOf({ tree }: Reading, call: Node): Node {
  const [first, second] = searched.test(nameOf(tree, calleeOf(tree, call))) ? callArguments(tree, call) : [];
  const list = [first, second].find((argument) => argument !== undefined && isRow(tree, argument.value));
  return list?.value ?? NONE;
}

/** The default in `field(default="relu")`, `field(default_factory=lambda: ["relu"])` and `typer.Option("relu")`, or `NONE`. */
export function fieldDefault({ tree }: Reading, call: Node): Node {
  const called = nameOf(tree, calleeOf(tree, call));
  if (!fields.test(called)) return NONE;
  const written = callArguments(tree, call);
  const [first] = written;
  const named = written.find(({ keyword }) => keyword === 'default');
  const made = written.find(({ keyword, value }) => keyword === 'default_factory' && tree.kind(value) === Kind.Lambda);
  if (made) return tree.lastChild(made.value);
  return named?.value ?? (first?.keyword === undefined && first?.stars === 0 ? first.value : NONE);
}
