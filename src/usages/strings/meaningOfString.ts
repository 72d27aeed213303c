/** What a string means that stands for an activation: to the libraries that are asked, else to most. */
import { findActivation } from '../../activations/catalogue';
import { frameworks } from '../../frameworks/catalogue';
import { disputedParameters } from '../../frameworks/disputed';
import type { Carrier, FrameworkSymbol } from '../../frameworks/framework';
import { agreedSymbol, findString, mostOf, usualSymbols, type Found, type FoundCarrier } from '../../frameworks/lookup';
import { ofAnyone, ofThose } from '../../frameworks/ofAnyone';
import { sciences } from '../formulas/origin';
import { telling } from '../tellingNames';

export const anyCarrier: Carrier = { callable: '*', argument: '*' };

export const mostUsedFirst = [...frameworks].sort((a, b) => Number(b.id === 'pytorch') - Number(a.id === 'pytorch'));

/** What the frameworks mean by a string; nothing where they disagree. */
export function agreedString(carriers: readonly FoundCarrier[], text: string): Found | undefined {
  const found = knownTo(carriers, text);
  return mostOf(found).length === found.length ? together(found) : undefined;
}

function knownTo(carriers: readonly FoundCarrier[], text: string): Found[] {
  return carriers.flatMap(({ framework, carrier }) => {
    const symbol = carrier.strings?.includes(text) === false ? undefined : findString(framework, text);
    return symbol ? [{ framework, symbol }] : [];
  });
}

/** One of those that mean the same activation; its parameters are unknown where their defaults differ. */
function together(found: readonly Found[]): Found | undefined {
  const [first] = found;
  if (first === undefined) return undefined;
  const meanings = new Set(found.map(({ symbol }) => JSON.stringify([symbol.defaults, symbol.versioned])));
  return meanings.size === 1 ? first : { ...first, symbol: withoutDefaults(first.symbol, found) };
}

/** What stands for no activation in the place of one. */
const unbent = /^(linear|identity)$/;

/**
 * What a string means to most where none of those that are asked reads it: libraries name what another offers, `"geglu"`, or a
 * class, `"QuickGELU"`. Other words of everyday code are left out.
 */
export function usualString(asked: readonly FoundCarrier[], text: string): Found | undefined {
  const mayMean = telling.test(text) || short.test(text) || unbent.test(text);
  if (!mayMean || asked.some((one) => isDecidedBy(one, text))) return undefined;
  const spelled = /^sine$/i.test(text) ? 'sin' : text;
  const known = mostOf(knownTo(mostUsedFirst.map((framework) => ({ framework, carrier: anyCarrier })), spelled));
  const those = asked.map(({ framework }) => framework).filter(({ id }) => !sciences.has(id));
  const own = agreedSymbol(text, those);
  const usual = ofAnyone(known, text);
  // What reads the name there most likely asks the library for its function, and JAX's `gelu` is the tanh form.
  const isOwn = own !== undefined && (own.symbol.form === 'function' || own.symbol.activation === usual?.symbol.activation);
  const found = isOwn ? own : usual ?? own ?? ofAnyone(usualSymbols(text), text);
  return found && { ...ofThose(those, found), symbol: { ...found.symbol, name: text, versioned: Object.keys(findActivation(found.symbol.activation)?.parameters ?? {}) }, isInferred: true };
}

const short = /^(glu|leaky|((very_)?leaky_)?rectify|sine?|sigm?|logistic|abs|gaussian)$/i;

/** Whether what is asked reads a string itself, or is known to take others alone. */
function isDecidedBy({ framework, carrier }: FoundCarrier, text: string): boolean {
  return findString(framework, text) !== undefined || carrier.strings?.includes(text) === false;
}

function withoutDefaults(first: FrameworkSymbol, all: readonly Found[]): FrameworkSymbol {
  const names = all.flatMap(({ symbol: { defaults, versioned } }) => [...Object.keys(defaults ?? {}), ...versioned ?? []]);
  return { ...first, versioned: [...new Set(names)] };
}

/** A name that other code reads than that of the framework: where libraries disagree on a default, nobody knows it, unless it is the name of a class. */
export function readByOthers(found: Found, word: string): Found {
  const disputed = /^[A-Z]/.test(word) ? [] : disputedParameters(found.symbol.activation);
  return disputed.length === 0 ? found : { ...found, symbol: { ...found.symbol, versioned: [...found.symbol.versioned ?? [], ...disputed] } };
}
