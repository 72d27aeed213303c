/** What people call their own functions that look an activation up: `get_activation`, `create_act_layer`. */
export const customaryLookup = /^_*(get|create|build|make|resolve|find|select|choose|parse|load)_(tf_|flax_)?act(ivation)?(_(fn|func|function|layer|module|by_name))?$|^activation(_resolver|_layer)?$|^(get|build|make)?Activation$/;

/** What people call tables of activations that other code of the project writes: `activation_dict["relu"]`, `ACT_FNS[act]`. */
export const customaryTable = /^_*(str_?(to|2)_?)?act(ivation)?s?(_(fn|func|function|layer|module|name|type)s?)?_?(to_(fn|func|function|layer|module|class)|dict|dictionary|map|mapping|table|registry|lookup|factory|zoo|list)s?$|^_?ACT(IVATION)?(_(FN|FUNC|FUNCTION|LAYER|MODULE)S?|S)$/;

/** `get_act_layer` gives the layer to be built, `create_act_layer` the layer. */
export function givesClass(called: string): boolean {
  return /^_*get_.*_layer$/.test(called);
}
