import { anyOf, eitherOf } from '../eitherOf';

const looking = anyOf('get create build make init initiali[sz]e resolve find select choose parse load decode lookup look_up instantiate retrieve (convert_|str_|string_|name_)to');
const byName = '(by|from)_(name|str|string)';

/** What people call their own functions that look an activation up: `get_activation`, `create_act_layer`, `choose_nonlinearity`. */
export const customaryLookup = eitherOf(
  new RegExp(`^_*${looking}_(tf_|flax_|nn_|torch_)?(act(ivation)?|non_?lin(ear(ity)?)?)(_(fn|func|function|layer|module|(${byName})))?$`),
  new RegExp(`^activation(_resolver|_loader|_getter|_factory|_builder|_selector|_layer|_${byName})?$`),
  /^(get|build|make)?Activation$/,
);

/** What people call tables of activations that other code of the project writes: `activation_dict["relu"]`, `ACT_FNS[act]`, `ACTIVATION_REGISTRY`. */
export function isCustomaryTable(name: string): boolean {
  return table.test(name) || constant.test(name) || (isConstant.test(name) && table.test(name.toLowerCase()));
}

/** What a file itself calls so may be anything; what it imports and asks with the name of an activation is a table. */
export function isTableWhereImported(name: string): boolean {
  return tableImported.test(name) || tableOfSomebody.test(name);
}

/** A table that its own module is called after: `from mine.activations import activations`. */
export function isTableOfModule(path: string): boolean {
  return /(^|\.)activations?\.(activations|acts)$/i.test(path) && !/^(tf|keras|tensorflow)\./.test(path);
}

const tableImported = /^_?(act(ivation)?_?f(unction|unc|n)s|non_?linearit(y|ies)|nonlins?)$/i;
const values = anyOf('layer hidden saved stored cached captured neuron unit feature mean max raw last final teacher student target input output');
/** Whose table it is stands before it (`jasper_activations["gelu"]`), unless that says that it is of values. */
const tableOfSomebody = new RegExp(`^(?!${values}_)[a-z]+_activations$`);
const activations = '(str_?(to|2)_?)?act(ivation)?s?(_(fn|func|function|layer|module|name|type)s?)?';
const kindOfTable = anyOf('(to_|2)(fn|func|function|layer|module|class|cls) by_name dict dictionary map mapping table registry lookup getter factory zoo list');
const table = new RegExp(`^_*${activations}_?${kindOfTable}s?$`);
const constant = /^_?ACT(IVATION)?(_(FN|FUNC|FUNCTION|LAYER|MODULE)S?|S)$/;
const isConstant = /^[A-Z0-9_]+$/;

/** `get_act_layer` gives the layer to be built, `create_act_layer` the layer. */
export function givesClass(called: string): boolean {
  return /^_*get_.*_layer$/.test(called);
}
