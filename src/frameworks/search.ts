/** Finding activations by what people type: part of a name, an alias, or the name of a framework's function or layer. */
import type { Activation } from '../activations/activation';
import { activations } from '../activations/catalogue';
import { spellingOf } from '../activations/search';
import { frameworks } from './catalogue';

interface Match {
  readonly activation: Activation;
  /** The alias or symbol that was found, where it was not the name itself. */
  readonly by?: string;
}

interface Called {
  readonly text: string;
  readonly spelling: string;
  readonly kind: 'name' | 'alias' | 'symbol';
}

let made: ReadonlyMap<Activation, readonly Called[]> | undefined;

/** All activations for an empty text; else those that are called so, the closest first. */
export function matchActivations(text: string): Match[] {
  const query = spellingOf(text);
  if (query === '') return activations.map((activation) => ({ activation }));
  made ??= new Map(activations.map((activation) => [activation, namesOf(activation)]));
  return [...made]
    .flatMap(([activation, names]) => {
      const best = bestOf(names, query);
      return best === undefined ? [] : [{ activation, best }];
    })
    .sort((a, b) => a.best.distance - b.best.distance)
    .map(({ activation, best }) => ({ activation, ...(best.called.kind === 'name' ? {} : { by: best.called.text }) }));
}

function namesOf({ id, name, aliases }: Activation): Called[] {
  const called = (kind: Called['kind']) => (text: string): Called => ({ text, spelling: spellingOf(text), kind });
  const symbols = frameworks.flatMap((framework) => framework.symbols)
    .filter(({ activation, form }) => activation === id && form !== 'string' && form !== 'method')
    .map((symbol) => symbol.name);
  return [...[name, id].map(called('name')), ...aliases.map(called('alias')), ...symbols.map(called('symbol'))];
}

function bestOf(names: readonly Called[], query: string): { readonly called: Called; readonly distance: number } | undefined {
  let best: { called: Called; distance: number } | undefined;
  for (const called of names) {
    const distance = distanceOf(called, query);
    if (distance < (best?.distance ?? Infinity)) best = { called, distance };
  }
  return best;
}

const kindOrder: readonly Called['kind'][] = ['name', 'alias', 'symbol'];

/** The whole before the beginning before the inside; among these the name before an alias before a symbol. */
function distanceOf({ spelling, kind }: Called, query: string): number {
  const at = spelling.indexOf(query);
  if (at < 0) return Infinity;
  const lastPart = spelling.slice(spelling.lastIndexOf('.') + 1);
  const place = spelling === query || lastPart === query ? 0 : at === 0 || lastPart.startsWith(query) ? 1 : 2;
  return place * kindOrder.length + kindOrder.indexOf(kind);
}
