/** What an activation does in its model: hidden, output, gate or attention. */
import { bodyOf, callArguments, calleeOf, isDefinition, nameOf, operatorOf, parametersOf } from '../python/parts';
import { Kind, NONE, Operator, type Node, type SyntaxTree } from '../python/syntax';
import type { Usage } from '../usages/usage';
import { evidenceAt, nearest } from './region';
import { changesNothing, goesOn, isSequence, nextElement, sequenceCall } from './sequence';
import type { Fact, Role } from './situation';

/** What gives each input its share of one whole. */
export const normalising: ReadonlySet<string> = new Set(['softmax', 'log-softmax', 'softmin', 'sparsemax']);
/** Functions that stand at an output as often as inside, so that their place has to be seen. */
const ambiguous = new Set([...normalising, 'sigmoid', 'tanh', 'hard-sigmoid', 'identity', 'log-sigmoid', 'softplus', 'exponential']);

export function isAmbiguous(id: string): boolean {
  return ambiguous.has(id);
}

const attentionName = /att(entio)?n|^scores?$|^weights$/i;
const predictionName = /predict|infer|generate|sample|evaluate|accuracy|test/i;

/** Undefined where the text does not tell. `node` is the innermost node at the usage. */
export function roleOf(tree: SyntaxTree, usage: Usage, node: Node): Fact<Role> | undefined {
  const call = outermostOf(tree, usage, node);
  return isOneOfSeveral(tree, call) || isPicked(tree, call) ? undefined : (
    gateRole(tree, usage, call) ??
    (normalising.has(usage.activation) && usage.activation !== 'log-softmax' ? attentionRole(tree, call) : undefined) ??
    sequenceRole(tree, usage, call) ??
    returnRole(tree, usage, call) ??
    (isOpen(tree, usage, call) ? undefined : { value: 'hidden', sureness: 'likely' })
  );
}

/** Whether it may be something else than a function of hidden units. */
function isOpen(tree: SyntaxTree, usage: Usage, call: Node): boolean {
  return ambiguous.has(usage.activation) || usage.activation === 'binary-step' || isPartOfLoss(tree, call) || isOpenFactor(tree, call)
    || isWrapped(tree, usage, call) || isApart(tree, call) || isOfOneUnit(tree, call);
}

/** The node of the whole expression: `nn.Softmax(dim=1)` for the name `Softmax`, and its call where it is applied at once. */
function outermostOf(tree: SyntaxTree, usage: Usage, node: Node): Node {
  let outermost = node;
  const { start, end } = usage.expression;
  for (let at = node; at !== NONE && tree.start(at) >= start && tree.end(at) <= end; at = tree.parent(at)) outermost = at;
  const parent = tree.parent(outermost);
  return tree.kind(parent) === Kind.Call && calleeOf(tree, parent) === outermost ? parent : outermost;
}

/** `choice(['relu', 'tanh'])`, `{'relu': nn.ReLU, 'tanh': nn.Tanh}`: what is one of those to choose from has no place of its own, nor what many layers take in turn. */
function isOneOfSeveral(tree: SyntaxTree, expression: Node): boolean {
  const parent = tree.parent(expression);
  const kind = tree.kind(expression);
  const isAlike = (child: Node): boolean => tree.kind(child) === kind;
  if (tree.kind(parent) === Kind.DictEntry) return kind !== Kind.String && tree.children(tree.parent(parent)).filter((entry) => isAlike(tree.lastChild(entry))).length > 1;
  if (kind === Kind.Call || ![Kind.List, Kind.Tuple, Kind.Set].includes(tree.kind(parent))) return false;
  return tree.children(parent).filter(isAlike).length > 1 && !isSequence(tree, parent);
}

/** `for act in [nn.Sigmoid, nn.ReLU]:` compares them; a list of strings may as well say one for each layer. */
export function isCompared(tree: SyntaxTree, usage: Usage, node: Node): boolean {
  const expression = outermostOf(tree, usage, node);
  const list = tree.parent(expression);
  return tree.kind(expression) !== Kind.String && tree.kind(tree.parent(list)) === Kind.For && isOneOfSeveral(tree, expression);
}

/** What lets a part of something through: a share between 0 and 1, or one of the functions that gated layers take instead. */
const opening: ReadonlySet<string> = new Set(['sigmoid', 'hard-sigmoid', 'silu', 'swish', 'gelu', 'gelu-tanh', 'quick-gelu', 'relu', 'mish']);
/** What is laid over values, or gives them their size, and is no value of the network. */
const measures = /^(tar|gt|y|y_true|true|truth|[a-z]?t)$|mask|valid|target|label|weight|scal|max|min|range|limit|bound|temperature|factor|coef|std|sigma|alpha|beta|gamma|lambda|^n(um)?_/i;
/** What leaves one of the shares, as that of the action or class that was chosen. */
const picks = /one_?hot|mask|action|target|label/i;
const constantName = /^[A-Z][A-Z_0-9]+$/;

export function canOpen(id: string): boolean {
  return opening.has(id);
}

/** A factor, as in `silu(gate) * up`, or the recurrent activation of a recurrent layer. Shares of a sum are weights: `(softmax(scores) * values).sum(1)`. */
function gateRole(tree: SyntaxTree, usage: Usage, expression: Node): Fact<Role> | undefined {
  const parent = tree.parent(withScale(tree, expression));
  const isFactor = tree.kind(parent) === Kind.BinOp && operatorOf(tree, parent) === Operator.Multiply;
  const keyword = tree.kind(parent) === Kind.KeywordArgument ? nameOf(tree, parent) : '';
  // In Keras 1, and nowhere else for certain, a gate's is the inner one.
  const isRecurrent = keyword === 'recurrent_activation' || (keyword === 'inner_activation' && usage.certainty === 'resolved');
  const other = isFactor ? otherFactor(tree, parent, expression) : NONE;
  if (isFactor && normalising.has(usage.activation) && isSummed(tree, parent)) {
    const isOfLoss = /log/i.test(tree.textOf(parent)) || picks.test(tree.textOf(other));
    return isOfLoss ? undefined : fact('attention', 'likely', tree, parent);
  }
  if (isFactor && opens(tree, usage, expression, other) && !(isTwice(tree, parent) && !ambiguous.has(usage.activation))) return fact('gate', 'likely', tree, parent);
  return isRecurrent ? fact('gate', 'read', tree, parent) : undefined;
}

/** A rectifier opens only what is computed. */
function opens(tree: SyntaxTree, { activation }: Usage, expression: Node, other: Node): boolean {
  return canOpen(activation) && isValue(tree, other) && (activation !== 'relu' || tree.kind(other) === Kind.Call)
    && !isInLoss(tree, expression) && !isOfItself(tree, expression, other) && !isInDerivative(tree, expression, other);
}

/** `2 * sigmoid(x)`, which lets through a part as much as `sigmoid(x)` does, where something else is multiplied with it. */
function withScale(tree: SyntaxTree, expression: Node): Node {
  const product = tree.parent(expression);
  if (tree.kind(product) !== Kind.BinOp || operatorOf(tree, product) !== Operator.Multiply || tree.kind(otherFactor(tree, product, expression)) !== Kind.Number) return expression;
  const outer = tree.parent(product);
  return tree.kind(outer) === Kind.BinOp && operatorOf(tree, outer) === Operator.Multiply ? product : expression;
}

/** `x * sigmoid(1.702 * x)` is a function of its own. */
export function isOfItself(tree: SyntaxTree, expression: Node, other: Node): boolean {
  const [given] = tree.kind(expression) === Kind.Call ? callArguments(tree, expression) : [];
  if (given === undefined || tree.kind(other) !== Kind.Name) return false;
  const scaled = tree.kind(given.value) === Kind.BinOp ? tree.children(given.value).filter((side) => tree.kind(side) !== Kind.Number) : [given.value];
  return scaled.every((side) => tree.textOf(side) === tree.textOf(other));
}

/** `sigmoid(x) * (1 - sigmoid(x))` */
export function isInDerivative(tree: SyntaxTree, expression: Node, other: Node): boolean {
  return tree.textOf(other).includes(tree.textOf(expression));
}

/** A rectifier that something else is multiplied with, as a mask is laid over a hinge, tells of no layer. */
function isOpenFactor(tree: SyntaxTree, given: Node): boolean {
  const isPower = tree.kind(tree.parent(given)) === Kind.BinOp && operatorOf(tree, tree.parent(given)) === Operator.Power;
  const expression = isPower ? tree.parent(given) : given;
  const parent = tree.parent(expression);
  if (tree.kind(parent) !== Kind.BinOp || operatorOf(tree, parent) !== Operator.Multiply || isTwice(tree, parent)) return false;
  const other = tree.kind(otherFactor(tree, parent, expression));
  return other !== Kind.Number && other !== Kind.UnaryOp;
}

/** Whether what is multiplied with may be something that is let through: no number, no bounds, no mask, no logarithm or exponential, nothing that stays the same. */
export function isValue(tree: SyntaxTree, factor: Node): boolean {
  switch (tree.kind(factor)) {
    case Kind.Call: return !measures.test(nameOf(tree, calleeOf(tree, factor))) && !/log|\bexp$/i.test(tree.textOf(calleeOf(tree, factor)));
    case Kind.Name: return !measures.test(nameOf(tree, factor)) && !constantName.test(nameOf(tree, factor));
    case Kind.Subscript: return isValue(tree, tree.firstChild(factor));
    case Kind.BinOp: return tree.children(factor).some((side) => tree.kind(side) === Kind.Call && isValue(tree, side));
    default: return false;
  }
}

/** `relu(x - a) * relu(b - x)`: neither opens the other. */
function isTwice(tree: SyntaxTree, product: Node): boolean {
  const [left = NONE, right = NONE] = tree.children(product);
  return tree.kind(left) === Kind.Call && tree.kind(right) === Kind.Call && tree.textOf(calleeOf(tree, left)) === tree.textOf(calleeOf(tree, right));
}

function isSummed(tree: SyntaxTree, product: Node): boolean {
  const parent = tree.parent(product);
  const name = tree.kind(parent) === Kind.Attribute ? nameOf(tree, parent) : tree.kind(parent) === Kind.Call ? nameOf(tree, calleeOf(tree, parent)) : '';
  return /^(reduce_)?sum$/.test(name);
}

function otherFactor(tree: SyntaxTree, product: Node, expression: Node): Node {
  return tree.children(product).find((child) => expression < tree.firstInside(child) || expression > child) ?? NONE;
}

/** Softmax inside something called attention, or assigned to something called so. */
function attentionRole(tree: SyntaxTree, expression: Node): Fact<Role> | undefined {
  const assignment = nearest(tree, expression, (kind) => kind === Kind.Assign);
  const place = assignment ? tree.firstChild(assignment) : NONE;
  const target = place !== NONE && tree.kind(place) === Kind.Subscript ? tree.firstChild(place) : place;
  if (target && attentionName.test(nameOf(tree, target)) && !isRanked(tree, target)) return fact('attention', 'likely', tree, target);
  const definition = nearest(tree, expression, (kind, at) => kind === Kind.ClassDef && /attention|attn/i.test(nameOf(tree, at)));
  return definition ? fact('attention', 'likely', tree, definition) : undefined;
}

/** `scores.log()`, `scores.topk(k)`: what is ranked, or added up as logarithms, are the scores of a prediction. */
function isRanked(tree: SyntaxTree, target: Node): boolean {
  const name = nameOf(tree, target);
  const definition = nearest(tree, target, (kind) => kind === Kind.FunctionDef);
  if (!/^scores?$/i.test(name) || definition === NONE) return false;
  const ranking = '(?:log|topk|top_k|argmax|argsort|multinomial)';
  return new RegExp(`\\b${name}\\.${ranking}\\(|\\b${ranking}\\(\\s*${name}\\b`).test(tree.textOf(definition));
}

/** An element of a list of layers: the last of a Keras model is its output, one before another is hidden. */
function sequenceRole(tree: SyntaxTree, usage: Usage, expression: Node): Fact<Role> | undefined {
  const element = nearest(tree, expression, (_, at) => isSequence(tree, tree.parent(at)));
  if (element === NONE) return undefined;
  const isLayer = element !== expression;
  const sequence = sequenceCall(tree, element);
  if (sequence === NONE) return undefined;
  const next = nextFunction(tree, element, usage);
  if (next !== NONE) return ambiguous.has(usage.activation) && !goesOn(tree, next) ? undefined : fact('hidden', 'read', tree, next);
  if (nextElement(tree, element) !== NONE && !normalising.has(usage.activation)) return undefined;
  const isOutput = isLayer && ambiguous.has(usage.activation) && nameOf(tree, calleeOf(tree, sequence)) === 'Sequential' && !isApplied(tree, sequence);
  return isOutput ? fact('output', 'likely', tree, sequence) : undefined;
}

/** A row of layers that is applied where it is made is a part of something larger. */
function isApplied(tree: SyntaxTree, call: Node): boolean {
  const parent = tree.parent(call);
  return tree.kind(parent) === Kind.Call && calleeOf(tree, parent) === call;
}

/** A number made of all values, as `relu(1 - real).mean()` is, belongs to a loss, and so does what a function or class of that name does. */
function isPartOfLoss(tree: SyntaxTree, expression: Node): boolean {
  if (isInLoss(tree, expression)) return true;
  const parent = tree.parent(expression);
  const call = tree.kind(parent) === Kind.Attribute ? tree.parent(parent) : parent;
  if (tree.kind(call) !== Kind.Call || !/^(reduce_)?(mean|sum)$/.test(nameOf(tree, calleeOf(tree, call)))) return false;
  return callArguments(tree, call).length === (tree.kind(parent) === Kind.Attribute ? 0 : 1);
}

const lossNames = [/loss|hinge|penalty|criterion|objective|cross_?entropy/i, /(^|_)dice|Dice/];

/** Whether a function or class that compares, by its name, is around. */
export function isInLoss(tree: SyntaxTree, node: Node): boolean {
  return nearest(tree, node, (kind, at) => isDefinition(kind) && lossNames.some((name) => name.test(nameOf(tree, at)))) !== NONE;
}

/** What may be an output is as much one when its shape is changed, or when it is only watched. */
function nextFunction(tree: SyntaxTree, element: Node, usage: Usage): Node {
  let next = nextElement(tree, element);
  while (ambiguous.has(usage.activation) && next !== NONE && changesNothing(tree, next)) next = nextElement(tree, next);
  return next;
}

/** `return F.log_softmax(x, dim=1)` of a forward pass is an output; in a function that predicts it says nothing of training. */
function returnRole(tree: SyntaxTree, usage: Usage, expression: Node): Fact<Role> | undefined {
  const parent = tree.parent(expression);
  if (tree.kind(parent) !== Kind.Return || !ambiguous.has(usage.activation)) return undefined;
  const definition = nearest(tree, parent, (kind) => kind === Kind.FunctionDef);
  if (definition === NONE || predictionName.test(nameOf(tree, definition)) || isDefined(tree, usage, definition)) return undefined;
  return callArguments(tree, expression).length > 0 ? fact('output', 'likely', tree, parent) : undefined;
}

/** `if kind == "softmax": return …`, `elif kind == Kind.SOFTMAX: self.act = …`: what a comparison picks has no place of its own. */
export function isPicked(tree: SyntaxTree, node: Node): boolean {
  const statement = nearest(tree, node, (kind) => kind === Kind.Return || kind === Kind.Assign || kind === Kind.ExprStatement);
  const branch = tree.parent(tree.parent(statement));
  if (tree.kind(branch) !== Kind.If && tree.kind(branch) !== Kind.ElifClause) return false;
  return tree.children(tree.parent(statement)).length === 1 && /==\s*(['"]|[A-Za-z_][\w.]*\.\w+\s*$|[A-Z_]+\s*$)/.test(tree.textOf(tree.firstChild(branch)));
}

/** The gain of an initialiser, and what a script computes of a variable outside every function, as for a plot, are of no layer. */
function isApart(tree: SyntaxTree, expression: Node): boolean {
  const parent = tree.parent(expression);
  const argument = tree.kind(parent) === Kind.KeywordArgument ? nameOf(tree, parent) : '';
  if (/^(init|nonlinearity|\w*init_gain)$/.test(argument)) return argument !== 'nonlinearity' || !/RNN/.test(nameOf(tree, calleeOf(tree, tree.parent(parent))));
  const [given] = tree.kind(expression) === Kind.Call ? callArguments(tree, expression) : [];
  return given !== undefined && [Kind.Name, Kind.List, Kind.Number].includes(tree.kind(given.value)) && nearest(tree, expression, isDefinition) === NONE;
}

/** `Dense(1, activation="relu")`: one unit hides nothing, and is an output as often as not. */
function isOfOneUnit(tree: SyntaxTree, expression: Node): boolean {
  const argument = tree.parent(expression);
  const call = tree.kind(argument) === Kind.KeywordArgument ? tree.parent(argument) : NONE;
  if (tree.kind(call) !== Kind.Call || !/^(Dense|dense|fully_connected)$/.test(nameOf(tree, calleeOf(tree, call)))) return false;
  return callArguments(tree, call).some(({ keyword, value }, place) => (keyword === 'units' || (keyword === undefined && place === 0)) && tree.textOf(value) === '1');
}

/** `def relu(x): return np.maximum(0, x)` gives the function a name, and so does a function of the module that rounds what it gives. */
function isWrapped(tree: SyntaxTree, { form }: Usage, expression: Node): boolean {
  const statement = nearest(tree, expression, (kind) => kind === Kind.Return || isDefinition(kind));
  const definition = tree.parent(tree.parent(statement));
  if (tree.kind(statement) !== Kind.Return || tree.kind(definition) !== Kind.FunctionDef) return false;
  const [, ...others] = bodyOf(tree, definition).filter((each) => !isDocstring(tree, each));
  const isMethod = nearest(tree, definition, (kind) => kind === Kind.ClassDef) !== NONE;
  if (others.length > 0 || (isMethod && tree.parent(expression) !== statement)) return false;
  const given = parametersOf(tree, definition).map(({ name }) => name);
  return form === 'formula' || (tree.kind(expression) === Kind.Call && callArguments(tree, expression).some(({ value }) => given.includes(tree.textOf(value))));
}

function isDocstring(tree: SyntaxTree, statement: Node): boolean {
  return tree.kind(statement) === Kind.ExprStatement && tree.kind(tree.firstChild(statement)) === Kind.String;
}

/** Whether a function, or the class around it, is the activation itself. */
function isDefined(tree: SyntaxTree, { activation }: Usage, definition: Node): boolean {
  const around = nearest(tree, definition, (kind) => kind === Kind.ClassDef);
  return [definition, around].some((each) => each !== NONE && nameOf(tree, each).toLowerCase().replaceAll('_', '') === activation.replaceAll('-', ''));
}

function fact(value: Role, sureness: Fact<Role>['sureness'], tree: SyntaxTree, at: Node): Fact<Role> {
  return { value, sureness, evidence: evidenceAt(tree, at) };
}
