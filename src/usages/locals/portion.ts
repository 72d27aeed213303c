/** What one top-level statement says of the names of its text; the nodes are counted from the first of the statement. */
import type { Node } from '../../python/syntax';

export interface Portion {
  /** What an activation is given to, or a value that mentions one: attributes, and names in the bodies of classes. */
  readonly held: Node[];
  /** The same of variables, which no attribute is. */
  readonly variables: Node[];
  /** What stands for a function or module that computes one: new names of imports, targets. */
  readonly callable: Node[];
  /** The same where nothing outside of the statement sees it. */
  readonly alias: Node[];
  /** Definitions, and targets of lambdas, that may implement one. */
  readonly implementing: Node[];
  /** Targets of strings that stand for one. */
  readonly strings: Node[];
  /** Rows, and what is appended to each; undefined for what is not known. */
  readonly appended: { readonly row: Node; readonly item: Node | undefined }[];
  /** Strings by which attributes are added whose value mentions one: `self.add_module("act", nn.ReLU())`. */
  readonly added: Node[];
  /** Calls that declare an option of a command line which stands for one by default. */
  readonly options: Node[];
  /** Entries of tables that are given a value one by one. */
  readonly filled: Node[];
  /** All that may give a variable or attribute its value: assignments, definitions of functions, calls that add one, and what constructors hand to their bases. */
  readonly bindings: Node[];
  /** Parameters and fields that leave an activation to who calls. */
  readonly taking: Node[];
  /** The Names that are called or derived from, by what they are, once somebody asks. */
  called: ReadonlyMap<string, readonly Node[]> | undefined;
  /** What something of a definition that may implement one is given to, once all of those are known. */
  made: readonly Node[] | undefined;
  /** Attributes that are given a value, by name, once somebody asks. */
  attributes: ReadonlyMap<string, readonly GivenAttribute[]> | undefined;
}

export interface GivenAttribute {
  readonly target: Node;
  /** Undefined where no single expression is the value. */
  readonly value: Node | undefined;
  /** Whether it is given to another object than `self`, once somebody asks. */
  isOfOther: boolean | undefined;
}

export function emptyPortion(): Portion {
  return {
    held: [], variables: [], callable: [], alias: [], implementing: [], strings: [], appended: [], added: [], options: [], filled: [], bindings: [], taking: [],
    called: undefined, made: undefined, attributes: undefined,
  };
}
