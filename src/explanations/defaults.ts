/** Where frameworks start from different values under the same name. */
import type { Activation, Parameter, ParameterValue } from '../activations/activation';
import { frameworks } from '../frameworks/catalogue';
import type { Framework, FrameworkSymbol } from '../frameworks/framework';
import { formatParameter } from './answer';

interface FrameworkDefault {
  readonly framework: Framework;
  readonly symbol: FrameworkSymbol;
  readonly value: ParameterValue;
}

/**
 * What every name for the activation takes a parameter to be when it is not written. Names that do not know the
 * parameter, those that ask for it, and those whose default differs between versions, say nothing of it.
 */
export function defaultsIn(activation: Activation, parameter: string): FrameworkDefault[] {
  const own = activation.parameters[parameter]?.default;
  return frameworks.flatMap((framework) => framework.symbols
    .filter((symbol) => symbol.activation === activation.id && hasDefault(symbol, parameter))
    .flatMap((symbol) => {
      const value = symbol.defaults?.[parameter] ?? own;
      return value === undefined ? [] : [{ framework, symbol, value }];
    }));
}

/** Whether a name has one value for a parameter that is not written: one that has to be written has none. */
export function hasDefault({ arguments: accepted, defaults, versioned }: FrameworkSymbol, parameter: string): boolean {
  const setting = accepted.filter((argument) => argument.parameter === parameter);
  if (versioned?.includes(parameter) === true || setting.some(({ required }) => required === true)) return false;
  return setting.length > 0 || defaults?.[parameter] !== undefined;
}

/** What decides a default that a name has not one of: of a form the version, of a number who reads the name. */
export function openDefault(parameter: Parameter): string {
  return parameter.kind === 'choice' ? 'by version' : 'by place';
}

/**
 * `Default α: PyTorch 0.01, Keras layer 0.3, Keras string 0.2`: one name for each value, beginning with the
 * framework at hand. Nothing where all agree; choices are told apart in the frameworks' own notes.
 */
export function differingDefaults(activation: Activation, here: string): string | undefined {
  for (const [name, parameter] of Object.entries(activation.parameters)) {
    if (parameter.kind !== 'number') continue;
    const all = oneForEachForm(defaultsIn(activation, name));
    if (new Set(all.map(({ value }) => value)).size < 2) continue;
    const ordered = [...all].sort((a, b) => rankOf(a, here) - rankOf(b, here));
    const firstOfEach = ordered.filter(({ value }, index) => ordered.findIndex((other) => other.value === value) === index);
    return `Default ${parameter.symbol}: ${firstOfEach.slice(0, 4).map((entry) => spoken(entry, all)).join(', ')}`;
  }
  return undefined;
}

/** One default for each form of a framework, the first that it lists: older modules have others, and so has Lasagne's `very_leaky_rectify`. */
function oneForEachForm(all: readonly FrameworkDefault[]): readonly FrameworkDefault[] {
  const isSame = (one: FrameworkDefault, other: FrameworkDefault): boolean => one.framework === other.framework && one.symbol.form === other.symbol.form;
  return all.filter((entry, place) => all.findIndex((other) => isSame(entry, other)) === place);
}

const order = ['pytorch', 'keras', 'jax', 'flax', 'tensorflow', 'tf-keras', 'transformers'];
const forms = ['module', 'function', 'string', 'method', 'configuration'];

function rankOf({ framework, symbol }: FrameworkDefault, here: string): number {
  const known = order.indexOf(framework.id);
  const place = framework.id === here ? -1 : known < 0 ? order.length : known;
  return 10 * place + forms.indexOf(symbol.form);
}

/** The framework alone where all its names agree, else with the form. */
function spoken({ framework, symbol, value }: FrameworkDefault, all: readonly FrameworkDefault[]): string {
  const own = all.filter((other) => other.framework === framework);
  const agrees = own.every((other) => other.value === value);
  const form = agrees ? '' : ` ${symbol.form === 'module' ? 'layer' : symbol.form}`;
  return `${framework.name}${form} ${formatParameter(value)}`;
}
