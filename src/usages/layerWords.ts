/** What lists of layers call the layers that an activation stands among, and the keys under which each says which it is. */

export const typeKey = /^(type|layer|layer_?type|kind|class)$/i;

const layer = /^(conv(olution(al)?)?([123]d)?|deconv|linear|dense|fc|fully_?connected|(max|avg|average|mean|global)?_?pool(ing)?|lstm|gru|rnn|dropout|batch_?norm(ali[sz]ation)?|layer_?norm|bn|flatten|embedding|attention)([_ ]?layer|\d?d)?$/i;

/** Whether a name is that of a layer which is no activation. */
export function isLayer(name: string): boolean {
  return layer.test(name);
}
