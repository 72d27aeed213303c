/** What a framework's callable means with the arguments that a configuration writes beside its name. */
import { findActivation } from '../../activations/catalogue';
import type { Argument, FrameworkSymbol } from '../../frameworks/framework';
import { fits, valueFor } from '../parameters';
import type { UsageParameter } from '../usage';
import { valueAt, type Fields, type Value } from './values';

interface Meaning {
  readonly activation: string;
  readonly parameters: readonly UsageParameter[];
}

const nothing: Fields = { kind: 'fields', entries: [] };

/** Nothing where the arguments mean no activation of the catalogue. */
export function meaningOf(symbol: FrameworkSymbol, written: Fields = nothing): Meaning | undefined {
  const id = pickVariant(symbol, written);
  const activation = id === undefined ? undefined : findActivation(id);
  if (activation === undefined) return undefined;
  const parameters = Object.entries(activation.parameters).map(([name, parameter]): UsageParameter => {
    const value = symbol.defaults?.[name] ?? parameter.default;
    const argument = symbol.arguments.find((each) => each.parameter === name);
    const given = argument && givenFor(argument, written);
    if (argument === undefined || given === undefined) {
      return { name, value, source: symbol.versioned?.includes(name) === true ? 'unknown' : 'default' };
    }
    const known = given.kind === 'scalar' && given.value !== null ? valueFor(parameter, argument, given.value) : undefined;
    const span = given.kind === 'scalar' ? { span: given.span } : {};
    return known === undefined ? { name, value, source: 'unknown', ...span } : { name, value: known, source: 'written', ...span };
  });
  return { activation: activation.id, parameters };
}

function givenFor({ name, aliases = [] }: Argument, written: Fields): Value | undefined {
  return [name, ...aliases].map((each) => valueAt(written, each)).find((value) => value !== undefined);
}

/** Where two arguments pick different activations, nothing is said. */
function pickVariant(symbol: FrameworkSymbol, written: Fields): string | undefined {
  const variants = symbol.variants ?? [];
  const picked = [...new Set(variants.map(({ argument }) => argument))].flatMap((name) => {
    const argument = symbol.arguments.find((each) => each.name === name) ?? { name };
    const given = givenFor(argument, written);
    if (given === undefined || (given.kind === 'scalar' && given.value === null)) return [];
    const literal = given.kind === 'scalar' && given.value !== null ? given.value : undefined;
    const fitting = variants.find((variant) => variant.argument === name && fits(variant, literal));
    return fitting ? [fitting.activation] : [];
  });
  if (picked.length === 0) return symbol.activation;
  return picked.length === 1 ? picked[0] : undefined;
}
