/** What frameworks call an activation, and what each name takes its parameters to be. */
import type { Activation, ParameterValue } from '../activations/activation';
import { frameworks } from '../frameworks/catalogue';
import type { Framework, FrameworkSymbol } from '../frameworks/framework';
import { formatParameter } from './answer';
import type { Block, Row } from './blocks';
import { defaultsIn, openDefault } from './defaults';

/** A name under which a framework has the activation, with the argument that picks it where one must be written. */
interface Naming {
  readonly framework: Framework;
  readonly written: string;
  readonly defaults: string;
  /** Whether a default is another than that of the page. */
  readonly differs: boolean;
  readonly note?: string;
}

/** Names of a framework that are shown beside each other. */
const mostNames = 8;

/** One row for each framework and set of defaults, the best known first; then what the names are to be known for. */
export function namesOf(activation: Activation): Block[] {
  const namings = namingsOf(activation).sort((a, b) => rankOf(a) - rankOf(b));
  const hasParameters = Object.keys(activation.parameters).length > 0;
  const rows = groupedBy(namings, ({ framework, defaults }) => `${framework.id} ${defaults}`).map((group): Row => ({
    cells: [
      group[0] === undefined ? '' : titleOf(group[0].framework),
      [...new Set(group.map(({ written }) => written))].slice(0, mostNames).join(', '),
      ...(hasParameters ? [group[0]?.defaults ?? ''] : []),
    ],
    differs: group[0]?.differs ?? false,
  }));
  const notes = namings.flatMap(({ framework, written, note }) => (note ? [{ lead: `${framework.name}, ${written}:`, text: note }] : []));
  const firstOfNote = notes.filter(({ text }, index) => notes.findIndex((other) => other.text === text) === index);
  return [
    ...(rows.length === 0 ? [] : [{ kind: 'table', head: ['Framework', 'Names', ...(hasParameters ? ['Default'] : [])], rows } as const]),
    ...(firstOfNote.length === 0 ? [] : [{ kind: 'list', items: firstOfNote } as const]),
  ];
}

const best = ['pytorch', 'keras', 'tensorflow', 'jax', 'flax', 'transformers'];

function rankOf({ framework }: Naming): number {
  const place = best.indexOf(framework.id);
  if (isOthers(framework)) return best.length + 1;
  return place < 0 ? best.length : place;
}

export function isOthers({ id }: Framework): boolean {
  return id === 'others';
}

/** As it heads a row beside the names of libraries. */
export function titleOf(framework: Framework): string {
  return isOthers(framework) ? 'Other libraries' : framework.name;
}

function namingsOf(activation: Activation): Naming[] {
  return frameworks.flatMap((framework) => framework.symbols.flatMap((symbol): Naming[] => {
    const note = symbol.note === undefined ? {} : { note: symbol.note };
    const name = nameOf(symbol);
    if (symbol.activation === activation.id) return [{ framework, written: name, ...defaultsOfSymbol(activation, framework, symbol), ...note }];
    return (symbol.variants ?? [])
      .filter((variant) => variant.activation === activation.id && variant.equals !== undefined)
      .map((variant) => ({ framework, written: `${name} with \`${variant.argument}=${literal(variant.equals)}\``, defaults: '', differs: false }));
  }));
}

function nameOf({ name, form }: FrameworkSymbol): string {
  if (form === 'string') return `\`"${name}"\``;
  return form === 'method' ? `\`.${name}()\`` : `\`${name}\``;
}

function literal(value: ParameterValue | boolean | undefined): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'string' ? `"${value}"` : String(value);
}

function defaultsOfSymbol(activation: Activation, framework: Framework, symbol: FrameworkSymbol): { readonly defaults: string; readonly differs: boolean } {
  const found = Object.entries(activation.parameters).flatMap(([name, parameter]) => {
    if (symbol.versioned?.includes(name)) return [{ words: `${parameter.symbol} ${openDefault(parameter)}`, differs: true }];
    const known = defaultsIn(activation, name).find((entry) => entry.framework === framework && entry.symbol === symbol);
    return known ? [{ words: `${parameter.symbol} = ${formatParameter(known.value)}`, differs: known.value !== parameter.default }] : [];
  });
  return { defaults: found.map(({ words }) => words).join(', '), differs: found.some(({ differs }) => differs) };
}

function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}
