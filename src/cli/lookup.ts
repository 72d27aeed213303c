/** What a person means by a word: an activation, or a framework's name for one. */
import type { Activation, ParameterValues } from '../activations/activation';
import { defaultsOf } from '../activations/activation';
import { findActivation } from '../activations/catalogue';
import { nearbyActivations, searchActivation } from '../activations/search';
import { frameworks } from '../frameworks/catalogue';
import type { Framework, FrameworkSymbol } from '../frameworks/framework';
import { documentedName } from '../frameworks/lookup';

export interface Explained {
  readonly activation: Activation;
  /** The values that apply: the activation's defaults, or those of the framework's name. */
  readonly values: ParameterValues;
  readonly framework?: Framework;
  readonly symbol?: FrameworkSymbol;
}

/** Nothing of that name, or several; `suggestions` are what may have been meant, possibly none. */
interface Unknown {
  readonly suggestions: readonly string[];
  readonly isAmbiguous: boolean;
}

export function findExplained(text: string): Explained | Unknown {
  const activation = searchActivation(text);
  if (activation !== undefined) return { activation, values: defaultsOf(activation) };
  const named = symbolsNamed(text);
  const [first] = named;
  if (first === undefined) return { suggestions: nearbyActivations(text.slice(text.lastIndexOf('.') + 1)), isAmbiguous: false };
  if (named.every((each) => sameMeaning(each, first))) return first;
  return { suggestions: named.map(({ symbol }) => symbol.name), isAmbiguous: true };
}

/** Names by their last parts, as code imports them: `layers.LeakyReLU`; and `F.` and `nn.` as all of PyTorch's users do. */
function symbolsNamed(text: string): (Explained & { readonly symbol: FrameworkSymbol })[] {
  const name = documentedName(text.trim().replace(/\(.*\)$/, '').replace(/^F\./, 'torch.nn.functional.'));
  const all = frameworks.flatMap((framework) => framework.symbols
    .filter(({ form }) => form !== 'string')
    .map((symbol) => ({ framework, symbol: symbol.form === 'method' ? { ...symbol, name: `${framework.tensor}.${symbol.name}` } : symbol })));
  const called = (test: (of: string) => boolean): typeof all => all.filter(({ symbol }) => test(symbol.name));
  const found = [(of: string) => of === name, (of: string) => of === `torch.${name}`, (of: string) => of.endsWith(`.${name}`)]
    .map(called).find(({ length }) => length > 0) ?? [];
  return found.flatMap(({ framework, symbol }) => {
    const activation = findActivation(symbol.activation);
    return activation === undefined ? [] : [{ activation, values: { ...defaultsOf(activation), ...symbol.defaults }, framework, symbol }];
  });
}

function sameMeaning(one: Explained, other: Explained): boolean {
  return one.activation === other.activation
    && Object.entries(one.values).every(([name, value]) => other.values[name] === value);
}
