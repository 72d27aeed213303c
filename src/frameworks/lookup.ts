/**
 * What a name in code means to the frameworks.
 *
 *     findSymbol('torch.nn.modules.activation.GELU')   // the symbol torch.nn.GELU of PyTorch
 */
import { byName } from './byName';
import { frameworks } from './catalogue';
import type { Carrier, Framework, FrameworkSymbol } from './framework';
import { snakeCased } from './snakeCase';
import { spellings } from './spellings';
import { sumOf } from './sums';

export interface Found {
  readonly framework: Framework;
  readonly symbol: FrameworkSymbol;
  /** True where the name alone says so, and no import. */
  readonly isInferred?: boolean;
  /** True for what the file itself defines. */
  readonly isOwn?: boolean;
  /** True where what the file defines is a library's but for its arguments. */
  readonly isDerived?: boolean;
}

export interface FoundConvention {
  readonly framework: Framework;
  readonly module: string;
}

export interface FoundCarrier {
  readonly framework: Framework;
  readonly carrier: Carrier;
}

export interface FoundOption extends Found {
  /** The callable whose argument it is, as in a carrier. */
  readonly callable: string;
}

/** Made when first asked for: a file without any framework never pays for it. */
let made: ReturnType<typeof makeIndex> | undefined;
const index = (): ReturnType<typeof makeIndex> => (made ??= makeIndex());

function makeIndex() {
  const qualified = new Map<string, Found>();
  const methods = new Map<string, Found[]>();
  const options = new Map<string, FoundOption[]>();
  const strings = new Map<string, Map<string, FrameworkSymbol>>();
  const paths = new Map<string, string>();
  const carriers = new Map<string, FoundCarrier[]>();
  const conventions = new Map<string, FoundConvention[]>();
  for (const framework of frameworks) {
    for (const [from, to] of Object.entries(framework.paths ?? {})) paths.set(from, to);
    for (const [name, module] of Object.entries(framework.conventions ?? {})) append(conventions, name, { framework, module });
    for (const carrier of framework.carriers) append(carriers, carrier.callable, { framework, carrier });
    const ownStrings = new Map<string, FrameworkSymbol>();
    strings.set(framework.id, ownStrings);
    for (const symbol of framework.symbols) {
      if (symbol.form === 'string') ownStrings.set(folded(symbol.name, framework), symbol);
      else if (symbol.form === 'method') addMethod(framework, symbol);
      else if (symbol.form === 'configuration') addOption(framework, symbol);
      else qualified.set(symbol.name, { framework, symbol });
    }
  }

  function addMethod(framework: Framework, symbol: FrameworkSymbol): void {
    append(methods, symbol.name, { framework, symbol });
    const input = { name: 'input' };
    const asFunction: FrameworkSymbol = { ...symbol, name: `${framework.tensor}.${symbol.name}`, form: 'function', arguments: [input, ...symbol.arguments] };
    qualified.set(asFunction.name, { framework, symbol: asFunction });
  }

  function addOption(framework: Framework, symbol: FrameworkSymbol): void {
    const [, callable = '*', argument = symbol.name] = /^(.+)\((.+)=\)$/.exec(symbol.name) ?? [];
    append(options, argument, { framework, symbol, callable });
  }

  const tables = new Map([...carriers.values()].flat()
    .filter(({ carrier }) => carrier.argument === '[]')
    .map((found) => [lastPart(found.carrier.callable), found]));
  const texts = [...[...strings.values()].flatMap((own) => [...own.keys()]), ...Object.keys(spellings), ...[...qualified.keys()].flatMap(pathsOf)];
  const byLastPart = new Map<string, Found[]>();
  for (const [name, found] of qualified) append(byLastPart, lastPart(name), found);
  for (const [spelling, name] of Object.entries(spellings)) byLastPart.set(spelling, byLastPart.get(name) ?? []);
  return {
    qualified, byLastPart, methods, options, strings, paths, carriers, conventions, tables,
    customary: customaryArguments(carriers.get('*') ?? []),
    names: new Set(byLastPart.keys()),
    texts: new Set(texts),
    /** Equal for texts that differ in case and separators alone. */
    sums: new Set(texts.map((text) => sumOf(text, 0, text.length))),
    /** Frameworks by the first part of their symbols' names. */
    ofRoot: new Map([...qualified].filter(([, { framework }]) => !isFolder(framework)).map(([name, { framework }]) => [firstPart(name), framework])),
    ownRoots: new Set(frameworks.filter(({ isOpen }) => isOpen !== true).flatMap(({ symbols }) =>
      symbols.filter(({ form }) => form === 'module' || form === 'function').map(({ name }) => firstPart(name)))),
  };
}

/** Whether a library is known by a module in a package whose name many projects have: `blocks.bricks`. */
function isFolder({ roots }: Framework): boolean {
  return roots.every((root) => root.includes('.'));
}

/** A path as it is written in strings, where programs import or evaluate them. */
function pathsOf(name: string): string[] {
  const [, module, last] = /^torch\.(nn|nn\.functional)\.(\w+)$/.exec(name) ?? [];
  return module === undefined ? [name] : [name, ...(module === 'nn' ? [`nn.${last}`, `nn.${last}()`] : [`F.${last}`])];
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function firstPart(name: string): string {
  const dot = name.indexOf('.');
  return dot < 0 ? name : name.slice(0, dot);
}

/** The spelling under which a framework's string is kept. */
function folded(text: string, { spelling }: Framework): string {
  if (spelling === undefined) return text;
  return spelling === 'any-case' ? text.toLowerCase() : withoutSeparators(text);
}

function withoutSeparators(text: string): string {
  return text.toLowerCase().replace(/[-_ ]/g, '');
}

/**
 * The documented spelling of a qualified name: `tf.nn.relu` for `tensorflow.compat.v1.nn.relu`. A path may lead to
 * another: `keras.src.ops.nn` is first `keras.ops.nn` and then `keras.ops`.
 */
export const documentedName = byName((qualifiedName: string): string => {
  const shorter = withoutLongestPath(qualifiedName);
  return shorter.length < qualifiedName.length ? documentedName(shorter) : shorter;
});

function withoutLongestPath(name: string): string {
  for (let end = name.length; end > 0; end = name.lastIndexOf('.', end - 1)) {
    const path = index().paths.get(name.slice(0, end));
    if (path !== undefined) return path + name.slice(end);
  }
  return name;
}

/** The function or module that a qualified name is. */
export const findSymbol = byName((qualifiedName) => index().qualified.get(qualifiedName) ?? index().qualified.get(documentedName(qualifiedName)));

/** The function or module with a name in any module, where all frameworks that are asked mean the same activation. */
export function agreedSymbol(name: string, asked: readonly Framework[]): Found | undefined {
  const found = symbolsCalled(name, asked);
  return found.every(({ symbol }) => symbol.activation === found[0]?.symbol.activation) ? found[0] : undefined;
}

/** The functions and modules with a name in any module of the frameworks that are asked. */
export function symbolsCalled(name: string, asked: readonly Framework[]): readonly Found[] {
  return (index().byLastPart.get(name) ?? []).filter(({ framework }) => asked.includes(framework));
}

/** What a name means to most symbols that are called so, whichever framework they are of. */
export function usualSymbols(name: string): readonly Found[] {
  return mostOf(index().byLastPart.get(name) ?? []);
}

/** Those that mean the same activation, where they are two of three. */
export function mostOf(found: readonly Found[]): readonly Found[] {
  const alike = (activation: string): Found[] => found.filter(({ symbol }) => symbol.activation === activation);
  return found.map(({ symbol }) => alike(symbol.activation)).find(({ length }) => 3 * length >= 2 * found.length) ?? [];
}

/** The framework whose symbols' names begin so. */
export function frameworkOfRoot(root: string): Framework | undefined {
  return index().ofRoot.get(root);
}

/** The modules that are customarily imported under a name. */
export function findConventions(name: string): readonly FoundConvention[] {
  return index().conventions.get(name) ?? [];
}

/** The methods of tensors with a name, one for each framework that has it. */
export function findMethods(name: string): readonly Found[] {
  return index().methods.get(name) ?? [];
}

/** The options with a name, or the flag that is one. */
export function findOptions(name: string): readonly FoundOption[] {
  return index().options.get(name) ?? [];
}

/** Whether any framework reads a string as an activation, or people do. */
export function isKnownString(text: string): boolean {
  return [text, text.toLowerCase(), withoutSeparators(text)].some((spelled) => index().texts.has(spelled));
}

/** A cheap test before the text of a literal is cut out of another, quotes included: whether it may be a known string. */
export function mayBeKnownString(text: string, start: number, end: number): boolean {
  const sum = sumOf(text, start, end);
  return sum === undefined || index().sums.has(sum);
}

/** What a string means to a framework. */
export function findString(framework: Framework, text: string): FrameworkSymbol | undefined {
  return index().strings.get(framework.id)?.get(folded(text, framework));
}

/** Whether a name without its module can be that of a function or module: a cheap test before names are resolved. */
export function isKnownName(name: string): boolean {
  return index().names.has(name);
}

/** The places of a callable or table that take an activation: by its own name, else by the modules it is below. */
export const findCarriers = byName((qualifiedName): readonly FoundCarrier[] => {
  const name = documentedName(qualifiedName);
  const found: FoundCarrier[] = [...(index().carriers.get(name) ?? [])];
  for (let end = name.lastIndexOf('.'); end > 0; end = name.lastIndexOf('.', end - 1)) {
    found.push(...(index().carriers.get(`${name.slice(0, end)}.*`) ?? []));
  }
  return found;
});

/** The carriers of any callable that the frameworks in scope have for an argument's name. */
export function customaryCarriers(argument: string, scope: readonly Framework[]): readonly FoundCarrier[] {
  const found = customaryByName(argument).filter(({ framework }) => scope.includes(framework));
  // What everyone calls so in a library that nobody has described tells nothing of another.
  const isOpen = found.every(({ carrier, framework }) => carrier.yields === true || framework.id === 'others');
  return isOpen ? found : found.filter(({ carrier }) => carrier.yields !== true);
}

/** `_activation` is `activation`, kept to itself. */
const customaryByName = byName((argument) => {
  const name = snakeCased(argument).replace(/^_+|(?<=[a-z])_?\d+$/g, '');
  const { any, each } = index().customary;
  return any.test(name) ? each.filter(({ pattern }) => pattern.test(name)).flatMap(({ found }) => found).sort((a, b) => a.place - b.place) : [];
});

/** Most frameworks have the same arguments, and most names are none of them. */
function customaryArguments(carriers: readonly FoundCarrier[]) {
  const byArgument = new Map<string, (FoundCarrier & { readonly place: number })[]>();
  carriers.forEach((found, place) => append(byArgument, found.carrier.argument, { ...found, place }));
  return {
    any: patternOf([...byArgument.keys()]),
    each: [...byArgument].map(([argument, found]) => ({ pattern: patternOf([argument]), found })),
  };
}

function patternOf(names: readonly string[]): RegExp {
  return new RegExp(`^(?:${names.join('|').replaceAll('*', '.+')})$`);
}

/** Tables that are looked up by an activation's key, by their last name: `ACT2FN`. */
export function findTable(name: string): FoundCarrier | undefined {
  return index().tables.get(name);
}

/**
 * Whether a qualified name belongs to a framework whose callables are all known: what is no carrier there takes no
 * activation.
 */
export function isOwnName(qualifiedName: string): boolean {
  return index().ownRoots.has(firstPart(documentedName(qualifiedName)));
}
