/** What people call their own functions that look an activation up: `get_activation`, `create_act_layer`. */
export const customaryLookup = /^_*(get|create|build|make|resolve|find|select|choose|parse|load)_(tf_|flax_)?act(ivation)?(_(fn|func|function|layer|module|by_name))?$|^activation(_resolver|_layer)?$|^(get|build|make)?Activation$/;

/** `get_act_layer` gives the layer to be built, `create_act_layer` the layer. */
export function givesClass(called: string): boolean {
  return /^_*get_.*_layer$/.test(called);
}
