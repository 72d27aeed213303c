/** How the values of a function are normalised: on the way to it, or behind it, as far as the next function. */
import type { SyntaxTree } from '../python/syntax';
import type { Usage } from '../usages/usage';
import type { Application, Facts } from './facts';
import { consumersOf, shortName } from './questions';
import { isUse } from './stack';
import type { Fact, Normalisation } from './situation';
import type { Layer } from './values';

/** `open` where a model normalises, but nothing of that is seen beside the function; undefined where nothing is followed. */
export function normalisationBeside(tree: SyntaxTree, { applications, models }: Facts, usage: Usage): Fact<Normalisation> | 'open' | undefined {
  const own = applications.filter((application) => isUse(tree, application, usage));
  const layers = own.flatMap((application) => nearest(application, sourcesOf) ?? nearest(application, consumersOf) ?? []);
  const [first] = layers;
  if (first === undefined) return models.some((model) => model.layers.some(normalises) && model.applications.some((application) => own.includes(application))) ? 'open' : undefined;
  const kind = kindOf(first);
  if (kind === undefined || layers.some((other) => kindOf(other) !== kind)) return 'open';
  return { value: kind, sureness: 'read', evidence: { offset: tree.start(first.node), text: shortName(first.name) } };
}

/** No block has more between the two. */
const mostBetween = 32;

/** The nearest normalisation in one direction; another function that bends is in the way. */
function nearest(application: Application, next: (application: Application) => readonly Application[]): Layer | undefined {
  const open = [...next(application)];
  for (let place = 0; place < open.length && place < mostBetween; place++) {
    const at = open[place]!;
    if (at.layer && normalises(at.layer)) return at.layer;
    if (at.activation === undefined || at.activation.id === 'identity') open.push(...next(at));
  }
  return undefined;
}

function sourcesOf({ inputs }: Application): readonly Application[] {
  return inputs.flatMap((input) => (input.kind === 'tensor' && input.source ? [input.source] : []));
}

function normalises({ layer }: Layer): boolean {
  return layer.type === 'normalisation';
}

const kinds: readonly (readonly [RegExp, Normalisation])[] = [[/batch/i, 'batch'], [/layer_?norm|rms/i, 'layer'], [/group|instance/i, 'group']];

function kindOf({ name }: Layer): Normalisation | undefined {
  return kinds.find(([pattern]) => pattern.test(shortName(name)))?.[1];
}
