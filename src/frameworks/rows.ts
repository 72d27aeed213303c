/** Builds the tables of symbols, so that a framework's file states each fact once. */
import type { ParameterValue } from '../activations/activation';
import type { Argument, Carrier, FrameworkSymbol, SymbolForm, Variant } from './framework';

/** What is known of an activation before it is said by which name it is called. */
export interface Row {
  readonly activation: string;
  readonly arguments?: readonly Argument[];
  readonly defaults?: Readonly<Record<string, ParameterValue>>;
  readonly versioned?: readonly string[];
  readonly variants?: readonly Variant[];
  readonly note?: string;
}

/** Rows by the last part of their qualified name. */
export type Table = Readonly<Record<string, Row | string>>;

export interface Naming {
  readonly form: SymbolForm;
  /** The module that the names of the table are in; nothing for methods and strings. */
  readonly module?: string;
  /** Arguments before those of the rows, such as the tensor of a function. */
  readonly before?: readonly Argument[];
  /** True for strings beside which arguments can be passed. */
  readonly passesArguments?: boolean;
  readonly documentation?: (name: string) => string | undefined;
}

export function argument(name: string, parameter?: string, more: Omit<Argument, 'name' | 'parameter'> = {}): Argument {
  return { name, ...(parameter === undefined ? {} : { parameter }), ...more };
}

/** The symbols of a table; a row that is only an id is an activation without arguments. */
export function symbols(table: Table, naming: Naming): FrameworkSymbol[] {
  return Object.entries(table).map(([name, entry]) => {
    const row: Row = typeof entry === 'string' ? { activation: entry } : entry;
    const documentation = naming.documentation?.(name);
    const isAlone = naming.form === 'string' && naming.passesArguments !== true;
    return {
      ...(isAlone ? withoutArguments(row) : row),
      name: naming.module === undefined ? name : `${naming.module}.${name}`,
      form: naming.form,
      arguments: isAlone ? [] : [...(naming.before ?? []), ...(row.arguments ?? [])],
      ...(documentation === undefined ? {} : { documentation }),
    };
  });
}

/** What is left of a row when only its name is passed, as a string: nothing can be written beside it. */
function withoutArguments({ variants: _variants, arguments: _arguments, ...row }: Row): Row {
  return row;
}

/** The rows of `table` that `names` picks, under the names it gives them. */
export function renamed(table: Table, names: Readonly<Record<string, string>>): Table {
  return Object.fromEntries(Object.entries(names).flatMap(([name, original]) => {
    const row = table[original];
    return row === undefined ? [] : [[name, row]];
  }));
}

export function picked(table: Table, names: readonly string[]): Table {
  return renamed(table, Object.fromEntries(names.map((name) => [name, name])));
}

/** What says of which kind the feed-forward part of a block is; a gated one is called after its gate. */
const gatedLayers = ['ffn_layer', 'ffn_type', 'ff_type', 'mlp_layer', 'mlp_type'];

function inWords(text: string): string[] {
  return text.trim().split(/\s+/);
}

/**
 * Arguments by which people's own layers and model builders take the name of an activation: of any call in a file
 * where the framework is in scope. `nonlinearity` is not among them: it belongs to weight initialisers more often.
 */
export const customaryCarriers: readonly Carrier[] = [
  ...inWords(`
    act activation acts activations *_acts *_activations *_act *_activation act_* acts_* activation_* *_act_* *_activation_*
    acti acti_* *_acti *_acti_* activ activs activs_* activations_* activ_* *_activ *_activ_f* *_activs activate activate_* *_activate_f* active active_f*
    actf* *_actf* actv actvn *_actvn actvns afn af afs *_af *_afs ac ac_f* ac_conv ac_layer ac_type
    non_linearity *_non_linearity non_linearity_* nonlin *_nonlin nnlin *_nnlin nonlin_* non_lin *_non_lin non_lin_*
    *_nonlinearity nonlinearity_* *_nonlinearity_* nonlinearities *_nonlinearities nonlins transfer_fn transfer_func transfer_function transfer_functions
    nonlinear *_nonlinear nonlinear_* *_nonlinear_* non_linear *_non_linear non_linear_* postact preact nl NL *_nl nl_layer nl_type
    relu_type rectifier *_rectifier rectify *_rectify squash squash_f* *_squash squashing squashing_f*
    gating gating_f* gate gates gate_layer gate_fn *_gate_layer *_gate_fn
  `),
  ...inWords('activacion activaciones ativacao ativacoes attivazione aktivasyon aktywacja aktywacji aktivasi').flatMap((word) => [word, `${word}_*`, `*_${word}`, `*_${word}_*`]),
  ...inWords(`
    aktivierung* *_aktivierung* output_fn output_fun output_func output_function out_fn out_fun out_func out_function
    scoring_func scoring_function score_func score_function *_score_func *_score_function
  `),
]
  .map((name): Carrier => ({ callable: '*', argument: name }))
  .concat(gatedLayers.map((argument) => ({ callable: '*', argument, strings: ['swiglu', 'geglu', 'reglu'], stringsOnly: true })));
