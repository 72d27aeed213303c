/**
 * The shape of a framework: by which names its users call an activation, how its arguments map to the
 * activation's parameters, and which defaults apply when they are not written.
 *
 * One framework is one file; hover, scan and the plot command are derived from it.
 */
import type { ParameterValue } from '../activations/activation';

/**
 * How a framework offers an activation. A `configuration` is an option that brings one by being set: `DiceLoss(sigmoid=True)`,
 * `"--swiglu"`.
 */
export type SymbolForm = 'module' | 'function' | 'method' | 'string' | 'configuration';

/**
 * How code uses one: as a framework offers it, as a key of a configuration file, as a `formula` written by hand, or
 * as a later call of an `instance` that holds one, `self.act(x)`.
 */
export type Form = SymbolForm | 'formula' | 'instance';

/** One argument of the framework's callable, in positional order. */
export interface Argument {
  /** The framework's own spelling: `negative_slope`. */
  readonly name: string;
  /** The activation's parameter that it sets, where it sets one: `negativeSlope`. */
  readonly parameter?: string;
  /** Spellings of other versions that mean the same: `alpha`, as Keras 2 called `negative_slope`. */
  readonly aliases?: readonly string[];
  /** Literals that stand for a value of the parameter: the initialiser `"zeros"` for 0. */
  readonly values?: Readonly<Record<string, ParameterValue>>;
  /** True for a bound on the other side of 0: a `lower` of -0.5 is a `lambda` of 0.5. */
  readonly negated?: boolean;
  /** True where it cannot be passed by position. */
  readonly keywordOnly?: boolean;
  /** What the library does with a value outside the parameter's domain, as its source says: `raises an error`. */
  readonly outside?: string;
  /** True where a call cannot leave it out. */
  readonly required?: boolean;
}

/**
 * A written argument that makes the name mean another activation: `approximate="tanh"` makes GELU the tanh form.
 * Of several for one argument the first that fits counts; where two arguments pick different ones, nothing is said.
 */
export interface Variant {
  readonly argument: string;
  /** The literal that picks it; where it is left out, every value does but `None` and the neutral one. */
  readonly equals?: ParameterValue | boolean;
  /** The literal that changes nothing: a `negative_slope` of 0. */
  readonly neutral?: ParameterValue | boolean;
  /** The activation that is passed, by name or as a callable: `"silu"` in `GLU(8, 8, nn.SiLU())`. */
  readonly passes?: string;
  /** Left out where the catalogue has no such function: then nothing is said of the call. */
  readonly activation?: string;
}

/** A qualified name that is an activation, or a string that stands for one. */
export interface FrameworkSymbol {
  /**
   * `torch.nn.LeakyReLU`; for a method the name after the dot; for a string the string itself; for an option its callable,
   * as of a carrier, and its argument, `monai.losses.DiceLoss(sigmoid=)`, or a flag, `--swiglu`.
   */
  readonly name: string;
  readonly form: SymbolForm;
  /** An id of `activations/`. */
  readonly activation: string;
  readonly arguments: readonly Argument[];
  /** The framework's defaults for the activation's parameters where they differ from the activation's own. */
  readonly defaults?: Readonly<Record<string, ParameterValue>>;
  /** Parameters whose default differs between versions in use, or between what reads the name, so that a call that leaves them out does not tell. */
  readonly versioned?: readonly string[];
  readonly variants?: readonly Variant[];
  /** What differs from other frameworks under the same name, as one short sentence. */
  readonly note?: string;
  readonly documentation?: string;
}

/** A place that takes an activation by name or as a callable: `Dense(activation=…)`, `TransformerEncoderLayer(activation=…)`. */
export interface Carrier {
  /**
   * Qualified name of the callable; `keras.layers.*` for all below a module; `*` for any call in a file where the
   * framework is in scope. For a subscript the table that is looked up: `transformers.activations.ACT2FN`.
   */
  readonly callable: string;
  /** The argument's name, in which `*` stands for anything; `[]` for the key of a subscript. */
  readonly argument: string;
  /** Its position among the arguments, where it may be passed without its name. */
  readonly position?: number;
  /** The string that applies where nothing is passed: an LSTM's `tanh`. */
  readonly default?: string;
  /** The strings it knows, where it knows these alone: PyTorch's encoder layer takes `relu` and `gelu`. */
  readonly strings?: readonly string[];
  /** True where a callable will not do, as in a configuration that is saved as JSON. */
  readonly stringsOnly?: boolean;
  /** True where any other library of the file is meant before this one. */
  readonly yields?: boolean;
  /** What a call or subscript gives, where that is the activation itself: `keras.activations.get("relu")`. */
  readonly gives?: 'class' | 'function' | 'instance';
  readonly passing?: Passing;
}

/**
 * What is passed with a name: `call`, the other arguments of the call, `activation_resolver("elu", alpha=0.5)`; `dictionary`,
 * the other entries, `dict(type="ELU", alpha=0.5)`; `pair`, a dictionary behind it, `("elu", {"alpha": 0.5})`; `sequence`,
 * names that mean one activation together, `("gelu", "linear")`, which is the string `gelu,linear`.
 */
export type Passing = 'call' | 'dictionary' | 'pair' | 'sequence';

export interface Framework {
  /** `pytorch` */
  readonly id: string;
  /** `PyTorch` */
  readonly name: string;
  /** Import names that bring the framework in scope: `torch`, and libraries that are built on it alone. */
  readonly roots: readonly string[];
  /** Names that only its users write, so that they bring it in scope where nothing is imported: mmcv's `act_cfg`. */
  readonly signs?: readonly string[];
  /** How freely its strings may be spelled: `"LeakyReLU"`, `"leaky_relu"`. Exactly as they stand where it is left out. */
  readonly spelling?: 'any-case' | 'any-case-or-separator';
  /** True for a library of mathematics, whose names are activations only in a file that also imports another framework. */
  readonly isAccessory?: boolean;
  /** Whether all sciences use it, so that a file with it alone need not be about learning. */
  readonly isOfScience?: boolean;
  /** True where more of its callables take an activation than are listed, so that the names of arguments tell. */
  readonly isOpen?: boolean;
  /** Other paths to the same names, from the path in code to the documented one: `torch.nn.modules` to `torch.nn`. */
  readonly paths?: Readonly<Record<string, string>>;
  /** Names by which all its users import its modules, so that they tell where an import does not: `nn` for `torch.nn`. */
  readonly conventions?: Readonly<Record<string, string>>;
  /** Qualified name of the type that has the methods: `torch.Tensor`. */
  readonly tensor?: string;
  /** The id of another framework whose tensors its models give, to files that need not import that. */
  readonly tensorsOf?: string;
  readonly symbols: readonly FrameworkSymbol[];
  readonly carriers: readonly Carrier[];
}
