/** Activations that a setting switches on: `swiglu: true`, `use_gelu: true`, `last_tanh: true`. */
import { byName } from '../../frameworks/byName';
import { activationKey, plainKey, wayTo } from './keys';
import { namedAnywhere, type Named } from './meanings';
import type { Entry, Scalar } from './values';

export interface Switched {
  /** The key, which is the only place where it is named. */
  readonly name: Scalar;
  readonly named: Named;
}

export function switchedOn({ key, name, value }: Entry, path: readonly string[]): Switched | undefined {
  if (name === undefined || value.kind !== 'scalar' || value.value !== true) return undefined;
  const text = nameSwitched(key);
  const named = text === undefined || path.some((part) => ofErrors.test(part) || activationKey(part) !== undefined) ? undefined : namedAnywhere(text);
  return named && { name, named };
}

/** What is measured is given its own, `loss: {final_sigmoid: true}`, and a table of activations says which there are. */
const ofErrors = /loss|metric|criteri|eval|postproc/i;

const nameSwitched = byName((key): string | undefined => {
  const plain = plainKey(wayTo(key).at(-1) ?? '').replaceAll('_', '');
  return hidden.exec(plain)?.[1] ?? last.exec(plain)?.[1] ?? lastBehind.exec(plain)?.[1];
});

/** What stands between layers. */
const hidden = /^(?:use|with)?(swiglu|geglu|reglu|quickgelu|gelu|silu|swish|mish|selu|celu|elu|prelu|leakyrelu|lrelu|relu|softplus|tanh)(?:act|activation|mlp|ffn|squash(?:ed|ing)?)?$/;
/** What many have that is none, a loss or a mask, is one where it is said to be the last. */
const last = /^(?:use|with|add|apply)?(?:final|last|out|output|action)(relu|tanh|sigmoid|softmax|softplus)(?:act|activation)?$/;
const lastBehind = /^(?:use|with|add|apply)?(relu|tanh|sigmoid|softmax|softplus)(?:final|last|out|output|action)s?$/;
