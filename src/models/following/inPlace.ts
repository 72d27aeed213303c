/** What works in place: by its name, or because it is told so. */
import type { Arguments, Value } from '../values';

/** `add_`, `relu_`, but not `__add__`. */
export function isInPlaceName(name: string): boolean {
  return /^[a-z]_$/.test(name.slice(-2));
}

/** Which argument of a layer of PyTorch is `inplace`; its function has it one further behind, where the input comes first. */
const places: readonly (readonly [RegExp, number])[] = [
  [/^torch\.nn\.(functional\.)?(relu6?|selu|silu|mish|hardswish|hardsigmoid)$/i, 0], [/^torch\.nn\.(functional\.)?(leaky_?relu|elu|celu)$/i, 1],
  [/^torch\.nn\.(functional\.)?(hardtanh|threshold)$/i, 2],
];

/** `nn.ReLU(True)` is how many write `inplace=True`. */
export function isLayerInPlace(name: string, written: Arguments): boolean {
  return isTold(written, places.find(([names]) => names.test(name))?.[1]);
}

/** `F.relu(x, True)`, where the arguments are known by `names` and, further behind, by their places. */
export function isFunctionInPlace(name: string, written: Arguments, names: readonly string[]): boolean {
  const place = places.find(([functions]) => functions.test(name))?.[1];
  return isInPlaceName(name) || isTold(written, place === undefined ? undefined : names[place + 1] ?? place + 1);
}

function isTold(written: Arguments, place: string | number | undefined): boolean {
  return isTrue((written.get('inplace') ?? written.get(String(place)))?.value);
}

export function isTrue(value: Value | undefined): boolean {
  return value?.kind === 'constant' && value.value === true;
}
