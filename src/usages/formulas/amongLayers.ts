/** Whether a formula stands among the layers of a network, where its value is a hidden value or an output. */
import { basesOf, calleeOf, nameOf, statementOf } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import type { Reading } from '../reading';
import { classAround } from './bindings';
import { isTextNeural } from './neural';
import type { Place } from './place';
import { isBetweenProducts, operandsOf, scaledInto } from './products';
import type { Recognised } from './recognise';

/** What people call the values of a hidden layer. */
export const hiddenValues = /^((h|hid|z|a)\d?|h\d?_?out(put)?|\w*hidden\w*|(layer|fc)_?\d(_?(out(put)?|unit_?\d))?)$/i;

/** From one layer into the next, in the method of a network that computes its output, where the input is a hidden value, or a variable named as one. */
export function isHidden(reading: Reading, { inputs }: Recognised, place: Place): boolean {
  const { tree } = reading;
  const { node, names } = place;
  if (isBetweenProducts(tree, node) && (reading.scope.some(({ tensor }) => tensor !== undefined) || isTextNeural(tree))) return true;
  if (hiddenValues.test(names[0] ?? '') && isTextNeural(tree) && !isExtent(tree, node) && !isWhole(tree, node)) return true;
  if (hiddenValues.test(scaledInto(tree, node)) && isTextNeural(tree)) return true;
  return isOfForward(reading, place) && (takesLayer(tree, node, inputs) || isBetweenLayers(tree, node, inputs));
}

/** Whether a value is handed on, or given back, by the method of a network that computes its output. */
export function isOfForward({ tree, names }: Reading, { node, names: around }: Place): boolean {
  if (!around.some((name) => /^(forward|call|__call__|apply|feed_?forward|predict)$/.test(name)) || !isOutputOrHidden(tree, node)) return false;
  const owner = classAround(tree, names, node);
  return owner !== NONE && isOfLayers(tree, owner);
}

/** Whether a class is derived from what networks are made of. */
export function isOfLayers(tree: SyntaxTree, owner: Node): boolean {
  return basesOf(tree, owner).some(({ value }) => /Module$|Layer$|Model$|Block$|Cell$/.test(nameOf(tree, value)));
}

/** `{"a": max(0, int(round(x)))}`: what is counted is no value of a layer. */
function isWhole(tree: SyntaxTree, node: Node): boolean {
  return tree.kind(node) === Kind.Call && operandsOf(tree, node).some((operand) => tree.kind(operand) === Kind.Call && /^(int|round|len)$/.test(nameOf(tree, calleeOf(tree, operand))));
}

/** `h = np.maximum(0, bottom - top + 1)`: the height of a box. */
function isExtent(tree: SyntaxTree, node: Node): boolean {
  const isDifference = (text: string): boolean => text.includes('-') && !/[*@(]/.test(text);
  return tree.kind(node) === Kind.Call && operandsOf(tree, node).some((operand) => tree.kind(operand) === Kind.BinOp && isDifference(tree.textOf(operand)));
}

/** `x = …`, `return …`, or the argument of a layer. */
function isOutputOrHidden(tree: SyntaxTree, node: Node): boolean {
  const kind = tree.kind(tree.parent(node));
  return kind === Kind.Assign || kind === Kind.Return || kind === Kind.Call;
}

/** Whether the value comes from a layer, or goes into one: `clamp(self.fc(x), min=0)`. What an embedding takes are numbers of its rows. */
function takesLayer(tree: SyntaxTree, node: Node, inputs: Recognised['inputs']): boolean {
  const parent = tree.parent(node);
  const operands = tree.kind(node) === Kind.Call ? operandsOf(tree, node) : tree.children(node);
  const goesInto = isOfLayerOfSelf(tree, parent) && !/embed/i.test(nameOf(tree, calleeOf(tree, parent)));
  return goesInto || [...operands, ...inputs.map((input) => input.node)].some((operand) => isOfLayerOfSelf(tree, operand) || isOfLayerInTurn(tree, operand));
}

/** `x = F.relu(x).square()` right behind `x = self.fc1(x)` and before `x = self.fc2(x)`. */
function isBetweenLayers(tree: SyntaxTree, node: Node, [input, other]: Recognised['inputs']): boolean {
  const statement = tree.parent(node);
  const target = tree.firstChild(statement);
  const isPlain = tree.kind(statement) === Kind.Assign && tree.kind(target) === Kind.Name && tree.nextSibling(target) === node;
  if (!isPlain || input === undefined || other !== undefined || tree.kind(input.node) !== Kind.Name) return false;
  const before = tree.children(tree.parent(statement)).find((each) => tree.nextSibling(each) === statement) ?? NONE;
  const isFromLayer = tree.kind(before) === Kind.Assign && nameOf(tree, tree.firstChild(before)) === nameOf(tree, input.node) && isOfLayerOfSelf(tree, tree.lastChild(before));
  return isFromLayer && takenByLayer.exec(tree.textOf(tree.nextSibling(statement)))?.[1] === nameOf(tree, target);
}

/** `self.fc1(x)` */
export function isOfLayerOfSelf(tree: SyntaxTree, call: Node): boolean {
  return tree.kind(call) === Kind.Call && layerOfSelf.test(tree.textOf(calleeOf(tree, call)));
}

/** `layer(x)` in `for layer in self.layers[:-1]:` */
function isOfLayerInTurn(tree: SyntaxTree, call: Node): boolean {
  const callee = tree.kind(call) === Kind.Call ? calleeOf(tree, call) : NONE;
  if (tree.kind(callee) !== Kind.Name) return false;
  const block = tree.parent(statementOf(tree, call));
  const loop = tree.parent(block);
  const [target = NONE, layers = NONE] = tree.kind(loop) === Kind.For ? tree.children(loop) : [];
  return tree.kind(target) === Kind.Name && nameOf(tree, target) === nameOf(tree, callee) && layersOfSelf.test(tree.textOf(layers));
}

/** What people call the layers of a network. */
const layer = /\bself\.\w*(?:fc|conv|lin|dense|layer|bn|norm|proj|embed|key|value)\w*/.source;
const layerOfSelf = new RegExp(`^${layer}$`, 'i');
const layersOfSelf = new RegExp(`^${layer}(\\[|$)`, 'i');
const takenByLayer = new RegExp(`${layer}\\((\\w+)`, 'i');
