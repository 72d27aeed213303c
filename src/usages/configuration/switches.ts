/** Activations that a setting switches on: `swiglu: true`, `use_gelu: true`, `last_tanh: true`. */
import { byName } from '../../frameworks/byName';
import { findOptions } from '../../frameworks/lookup';
import { activationKey, wayTo } from './keys';
import { namedAnywhere, type Named } from './meanings';
import type { Entry, Scalar } from './values';

interface Switched {
  /** The key, which is the only place where it is named. */
  readonly name: Scalar;
  readonly named: Named;
}

export function switchedOn({ key, name, value }: Entry, path: readonly string[]): Switched | undefined {
  if (name === undefined || value.kind !== 'scalar' || value.value !== true) return undefined;
  const text = nameSwitched(key) ?? squashed.exec(wordsOf(key))?.[1];
  const named = text === undefined || path.some((part) => ofErrors.test(part) || activationKey(part) !== undefined) ? undefined : namedAnywhere(text);
  return named && { name, named };
}

/** What a callable is told by a switch of its own: `{_target_: DiceLoss, softmax: true}`, as MONAI's bundles write it without the module. */
export function optionSwitched({ key, name, value }: Entry, target: string | undefined): Switched | undefined {
  if (name === undefined || target === undefined || value.kind !== 'scalar' || value.value !== true) return undefined;
  const path = target.includes('.') ? target : ofBundles.test(target) ? `monai.${/Loss$/.test(target) ? 'losses' : 'transforms'}.${target}` : '';
  const named = findOptions(key).find(({ callable }) => callable.endsWith('*') && callable !== '*' && path.startsWith(callable.slice(0, -1)));
  return named && { name, named };
}

const ofBundles = /^\w*(?:Dice|Focal|Tversky|Jaccard)\w*Loss$|^Activations(?:d|D|Dict)?$/;

/** What is measured is given its own, `loss: {final_sigmoid: true}`, and a table of activations says which there are. */
const ofErrors = /loss|metric|criteri|eval|postproc/i;

/** The name in `use_gelu`, `finalSigmoid`; the names of curves that are also targets, losses and masks only where they are said to be the last. */
export const nameSwitched = byName((key): string | undefined => {
  const plain = wordsOf(key);
  return [hidden, last, lastBehind, applied].map((pattern) => pattern.exec(plain)?.[1]).find((name) => name !== undefined);
});

/** A curve that a flag may be of, where the code that takes it has the same: `def forward(x, softmax=True)`. */
export const curveSwitched = byName((key): string | undefined => /^(?:use|with|apply|scaled)?(tanh|sigmoid|softmax|glu)$/.exec(wordsOf(key))?.[1]);

/** With its number, which may be a part of the name: `use_relu6`. */
function wordsOf(key: string): string {
  return (wayTo(key).at(-1) ?? '').replaceAll(/[ _-]/g, '').toLowerCase();
}

/** What stands between layers. */
const hidden = /^(?:use|with|has|add|apply)?(swiglu|geglu|reglu|quickgelu|gelu|silu|swish|mish|selu|celu|elu|prelu|leakyrelu|lrelu|relu6?|softplus)(?:act|activation|mlp|ffn)?$/;
/** What many have that is none, a loss or a mask, is one where it is said to be the last. */
const last = /^(?:use|with|has|add|apply)?(?:final|last|out|output|action)(relu|elu|tanh|sigmoid|softmax|softplus)(?:act|activation)?$/;
const lastBehind = /^(?:use|with|has|add|apply)?(relu|tanh|sigmoid|softmax|softplus)(?:final|last|out|output|action)s?$/;
/** What is done to what a model gives. */
const applied = /^apply(sigmoid|softmax|tanh)$/;
/** What keeps a value between bounds, in models; what reads data brings that between the same. */
const squashed = /^(?:use|with|apply|scaled)?(tanh)(?:act|activation|squash(?:ed|ing)?)?$/;
