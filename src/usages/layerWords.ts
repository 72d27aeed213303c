/** What lists of layers call the layers that an activation stands among, and the keys under which each says which it is. */
import { anyOf } from './eitherOf';

const typeKey = /^(type|layer|layer_?type|kind|class)$/i;
/** What a layer is given, where that stands in a table of its own. */
export const givenKey = /^(args|params?|parameters|arguments|kwargs|options|config)$/;

/** The key that says which layer it is: a name says so where what the layer is given stands beside it, `{"name": "relu", "params": {}}`. */
export function typeKeyAmong(keys: readonly string[]): string | undefined {
  return keys.find((key) => typeKey.test(key)) ?? (keys.some((key) => givenKey.test(key)) ? keys.find((key) => key === 'name') : undefined);
}

const kinds = anyOf(`
  conv(olution(al)?)?([123]d)? deconv linear dense fc fully_?connected (max|avg|average|mean|global)?_?pool(ing)?
  lstm gru rnn dropout batch_?norm(ali[sz]ation)? layer_?norm bn flatten embedding attention
`);
const layer = new RegExp(`^(lazy)?${kinds}([_ ]?layer|\\d?d)?$`, 'i');

/** Whether a name is that of a layer which is no activation. */
export function isLayer(name: string): boolean {
  return layer.test(name);
}
