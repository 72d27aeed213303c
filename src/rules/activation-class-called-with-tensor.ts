import type { Layer, Value } from '../models/values';
import { inserted } from '../documents/edit';
import { callArguments, calleeOf, nameOf, parametersOf } from '../python/parts';
import { Kind, type Node } from '../python/syntax';
import { defineRule, type RuleFile } from './rule';

export const activationClassCalledWithTensor = defineRule({
  id: 'activation-class-called-with-tensor',
  severity: 'error',
  confidence: 'certain',
  fixable: 'sometimes',
  documentation: {
    what: 'A tensor is given to the constructor of an activation layer instead of to the layer.',
    why: '`nn.ReLU(x)` makes a layer whose `inplace` is x and returns that layer. Nothing is computed, and what follows fails with '
      + '"\'ReLU\' object has no attribute \'dim\'" or the like.',
    bad: `from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 8)

    def forward(self, x):
        return nn.ReLU(self.fc(x))
`,
    good: `from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 8)

    def forward(self, x):
        return nn.ReLU()(self.fc(x))
`,
    whenNot: 'A number, a boolean or a keyword among the arguments sets up the layer: `nn.LeakyReLU(0.2)`, `nn.ReLU(inplace)` in a constructor.',
    references: [{ title: "'ReLU6' object has no attribute 'dim'", url: 'https://github.com/Randl/MobileNetV2-pytorch/issues/1' }],
  },
  *check(file) {
    for (const layer of file.facts.layers) {
      if (layer.layer.type !== 'activation' || layer.activation === 'unknown' || layer.activation?.usage?.form !== 'module') continue;
      if (!takesTensor(file, layer)) continue;
      const callee = calleeOf(file.tree, layer.node);
      const name = nameOf(file.tree, callee);
      const { span } = layer.activation.usage;
      const isNamed = file.usageOf(callee) === layer.activation.usage;
      yield isNamed
        ? {
          span,
          message: `${name}(…) makes a layer and does not apply it: it returns the layer, not a tensor. Write ${name}()(…).`,
          fix: { title: `Apply ${name} to the tensor`, edits: [inserted(file.tree.end(callee), constructorOf(name))] },
        }
        : {
          span,
          message: `${file.text.slice(span.start, span.end)} is a class: ${name}(…) makes a layer of it and does not apply it, where a function would.`,
          related: [{ span: file.spanOf(layer.node), message: 'Where a tensor is given to it' }],
        };
    }
  },
});

/** Those that run over an axis are told the last one. */
function constructorOf(name: string): string {
  return /^(Log)?Soft(max|min)$/.test(name) ? '(dim=-1)' : '()';
}

/** Whether the first argument is a tensor: one that is known, what `forward` was given, or whatever is given to a class that takes nothing. */
function takesTensor(file: RuleFile, { node, name }: Layer): boolean {
  const { tree } = file;
  if (tree.kind(node) !== Kind.Call) return false;
  const parent = tree.parent(node);
  if (tree.kind(parent) === Kind.Call && calleeOf(tree, parent) === node) return false;
  const [first, ...others] = callArguments(tree, node);
  if (first === undefined || others.length > 0 || first.stars > 0 || first.keyword !== undefined) return false;
  return isTensor(file, node, first.value) || (takesNothing.test(name) && !isConstant(file, first.value) && !isInConstructor(file, node));
}

/** PyTorch refuses any argument of these, so that what is given can only be meant as a tensor. */
const takesNothing = /^torch\.nn\.(LogSigmoid|Sigmoid|Softmax2d|Softsign|Tanh|Tanhshrink)$/;

function isConstant({ tree }: RuleFile, argument: Node): boolean {
  return ![Kind.Name, Kind.Attribute, Kind.Call].includes(tree.kind(argument));
}

/** There it may as well be meant as an option of the layer. */
function isInConstructor({ tree, names }: RuleFile, node: Node): boolean {
  const method = names.enclosingDefinition(node);
  return Boolean(method) && nameOf(tree, method) === '__init__';
}

function isTensor(file: RuleFile, call: Node, argument: Node): boolean {
  const made = file.facts.layers.filter((layer) => layer.node === call);
  const passed = made.map((layer) => [...layer.arguments.values()].find(({ node }) => node === argument)?.value);
  if (passed.length > 0 && passed.every((value) => value?.kind === 'tensor' && !isNumber(value))) return true;
  return passed.every((value) => value?.kind === 'unknown') && isInputOfForward(file, argument);
}

/** `x.item()` is a number of Python. */
function isNumber({ source }: Extract<Value, { kind: 'tensor' }>): boolean {
  return source !== undefined && /(^|\.)(item|tolist)$/.test(source.name);
}

const applies = new Set(['forward', 'call', '__call__']);

/** The first parameter after `self` of a method that applies a model. */
function isInputOfForward({ tree, names }: RuleFile, argument: Node): boolean {
  if (tree.kind(argument) !== Kind.Name) return false;
  const method = names.enclosingDefinition(argument);
  if (!method || !applies.has(nameOf(tree, method))) return false;
  const [self, input] = parametersOf(tree, method);
  return self?.name === 'self' && input?.name === nameOf(tree, argument);
}
