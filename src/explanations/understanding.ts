/** All there is to say of an activation, put together from its file, its names, the evidence, and who uses it. */
import type { Activation, ParameterValues } from '../activations/activation';
import { citations, type CitationKey } from '../activations/citations';
import { answerAt } from '../activations/domain';
import { usesOf, type Use } from '../advice/uses';
import { formatParameter } from './answer';
import type { Block, Claim, Item, Section, Understanding } from './blocks';
import { article, corrections } from './corrections';
import { factsOf } from './facts';
import { namesOf } from './names';
import { gainOf, propertiesOf, seenOf } from './properties';
import { supportOf } from './support';
import { usedBy } from './usedBy';

export function understandingOf(activation: Activation, values: ParameterValues): Understanding {
  const { fits, unfits } = usesOf(activation.id);
  const names = namesOf(activation);
  const differs = names.some((block) => block.kind === 'table' && block.rows.some((row) => row.differs));
  return {
    activation: activation.id, title: activation.name, answer: answerAt(activation, values), summary: activation.summary,
    formulas: [{ plain: activation.formula.plain }, { plain: activation.gradient.plain }],
    symbols: symbolsOf(activation), seen: seenOf(activation, values),
    sections: [
      section('Properties', [propertyBlock(activation, values)], [gainOf(activation, values)]),
      section('Parameters', [parameterTable(activation, values)]),
      section('When it fits', [list(fits.map(itemOf))]),
      section('When it does not', [list(unfits.map(itemOf))]),
      section('Names and defaults in frameworks', names, [differs ? 'Marked rows start from other values than the catalogue does, or change them with the version.' : undefined]),
      section('Pitfalls', [list(activation.pitfalls.map(({ text, citations: keys = [] }): Item => ({ mark: 'warning', text, citations: keys })))]),
      section('Cost and support', [facts('Where', supportOf(activation, values))]),
      section('Used by', [list(usesIn(activation.id))], [Object.hasOwn(usedBy, activation.id) ? 'As their code or their default configuration says.' : undefined]),
      section('Often said, not quite right', [claimsOn(activation.id)], [claimsOn(activation.id) ? `Quoted from ${article}.` : undefined]),
      section('History and sources', [sources(activation.citations)]),
    ].filter(({ blocks }) => blocks.length > 0),
  };
}

function section(title: string, blocks: readonly (Block | undefined)[], notes: readonly (string | undefined)[] = []): Section {
  return { title, blocks: blocks.filter((block) => block !== undefined), notes: notes.filter((note) => note !== undefined) };
}

function list(items: readonly Item[]): Block | undefined {
  return items.length === 0 ? undefined : { kind: 'list', items };
}

function facts(head: string, rows: readonly (readonly [string, string])[]): Block | undefined {
  return rows.length === 0 ? undefined : { kind: 'facts', head, rows };
}

/** Figures of a function of one number; of others what they do to an example. */
function propertyBlock(activation: Activation, values: ParameterValues): Block | undefined {
  if (activation.kind !== 'scalar') return list(factsOf(activation, values).map((text) => ({ text })));
  const at = Object.entries(activation.parameters).map(([name, { symbol }]) => `${symbol} = ${formatParameter(values[name])}`).join(', ');
  return facts(at === '' ? 'Property' : `Property, at ${at}`, propertiesOf(activation, values));
}

function parameterTable({ parameters }: Activation, values: ParameterValues): Block | undefined {
  const rows = Object.entries(parameters).map(([name, parameter]) => ({
    cells: [`\`${name}\` (${parameter.symbol})`, formatParameter(parameter.default), formatParameter(values[name]), parameter.meaning],
  }));
  return rows.length === 0 ? undefined : { kind: 'table', head: ['Parameter', 'Default', 'Here', 'Meaning'], rows };
}

function itemOf({ where, reason, strength, citations: keys }: Use): Item {
  return { lead: `${where}.`, text: reason, strength, citations: keys };
}

function usesIn(id: string): Item[] {
  const uses = Object.hasOwn(usedBy, id) ? usedBy[id] ?? [] : [];
  return uses.map(([where, models]) => ({ lead: `${where.charAt(0).toUpperCase()}${where.slice(1)}:`, text: `${models.join(', ')}.` }));
}

function claimsOn(id: string): Block | undefined {
  const claims = corrections.filter(({ activations }) => activations.includes(id)).map(({ said, instead, basis }): Claim => ({
    said, instead,
    basis: basis === 'computed' ? 'Computed from the formula.' : basis === 'derived' ? 'Follows from the definition.' : '',
    citations: typeof basis === 'string' ? [] : basis,
  }));
  return claims.length === 0 ? undefined : { kind: 'claims', claims };
}

/** In the order of their years, which is that of the history. */
function sources(keys: readonly CitationKey[]): Block | undefined {
  return keys.length === 0 ? undefined : { kind: 'sources', keys: [...keys].sort((a, b) => citations[a].year - citations[b].year) };
}

const letters: readonly (readonly [sign: RegExp, meaning: string])[] = [
  [/Φ/, 'Φ(x) is the share of a standard normal below x.'],
  [/φ\(/, 'φ is the bell curve of the standard normal.'],
  [/σ\(/, 'σ is the sigmoid, 1/(1 + e⁻ˣ).'],
  [/erf/, 'erf is the error function.'],
  [/sgn|sign/, 'sgn is −1, 0 or 1, by the sign.'],
];

function symbolsOf({ formula, gradient, parameters }: Activation): string[] {
  const text = `${formula.plain} ${gradient.plain}`;
  return [
    ...letters.filter(([sign]) => sign.test(text)).map(([, meaning]) => meaning),
    ...Object.values(parameters).filter(({ symbol }) => symbol.length <= 2).map(({ symbol, meaning }) => `${symbol}: ${meaning.charAt(0).toLowerCase()}${meaning.slice(1)}`),
  ];
}
