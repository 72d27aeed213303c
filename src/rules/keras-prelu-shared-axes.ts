import type { Application } from '../models/facts';
import { lastOperation } from '../models/questions';
import type { Value } from '../models/values';
import type { OperationKind } from '../models/vocabulary/vocabulary';
import { callArguments } from '../python/parts';
import { Kind } from '../python/syntax';
import { addArgument, linesOf, nameOfCall } from './places';
import { defineRule, type Fix, type RuleFile } from './rule';

/** What keeps the axes of what a convolution gives. */
const between: ReadonlySet<OperationKind> = new Set<OperationKind>(['normalisation', 'noise', 'pooling', 'combination', 'activation', 'arithmetic']);

export const kerasPreluSharedAxes = defineRule({
  id: 'keras-prelu-shared-axes',
  severity: 'warning',
  confidence: 'likely',
  fixable: 'sometimes',
  documentation: {
    what: 'A PReLU layer of Keras behind a convolution shares no axes.',
    why: 'It then learns one slope for every element of its input: 56 × 56 × 64 = 200,704 of them, where one per channel is 64. The model is tied to one size of image, and '
      + "what one place learns does not help another. PyTorch's `nn.PReLU` has one slope, or one per channel.",
    bad: `from keras import Input, Model, layers

image = Input((56, 56, 3))
x = layers.Conv2D(64, 3, padding="same")(image)
x = layers.PReLU()(x)
model = Model(image, x)
`,
    good: `from keras import Input, Model, layers

image = Input((56, 56, 3))
x = layers.Conv2D(64, 3, padding="same")(image)
x = layers.PReLU(shared_axes=[1, 2])(x)
model = Model(image, x)
`,
    whenNot: 'Behind a Dense layer there are no axes to share. Behind a Flatten, too, every element stands for itself.',
    references: [
      { title: 'Keras: PReLU layer', url: 'https://keras.io/api/layers/activation_layers/prelu/' },
      { title: 'A slope for every element of height, width and channel', url: 'https://github.com/zhijiesun/Mobilefacenet/issues/2' },
    ],
  },
  *check(file) {
    for (const { layer, inputs: [input] } of file.facts.applications) {
      if (layer?.name !== 'keras.layers.PReLU' || mayShareAxes(file, layer.node) || saysSo(file, layer.node)) continue;
      const convolution = convolutionBehind(input);
      if (convolution === undefined) continue;
      yield {
        span: nameOfCall(file, layer.node),
        message: `This PReLU learns one slope for every element of what the convolution gives${countOf(convolution)}. With shared_axes it is one per channel.`,
        related: [{ span: nameOfCall(file, convolution.layer?.node ?? convolution.node), message: 'The convolution whose output it receives' }],
        fix: sharing(file, layer.node, convolution),
      };
    }
  },
});

/** What a convolution over as many axes gives for one sample, without its channels. */
const extents: Readonly<Record<number, string>> = { 3: 'steps', 4: 'height × width', 5: 'depth × height × width' };

function countOf({ layer }: Application): string {
  const extent = extents[layer?.layer.rank ?? 0];
  return extent === undefined || layer?.units === undefined ? '' : `, ${extent} × ${layer.units}`;
}

function mayShareAxes({ tree }: RuleFile, call: number): boolean {
  if (tree.kind(call) !== Kind.Call) return true;
  const written = callArguments(tree, call);
  return written.some(({ stars, keyword }) => stars > 0 || keyword === 'shared_axes') || written.filter(({ keyword }) => keyword === undefined).length > 3;
}

/** A comment on the line that speaks of the slopes: with few elements each may have its own. */
function saysSo({ tree }: RuleFile, call: number): boolean {
  return /#.*\b(slopes?|elements?|pixels?|positions?|locations?|alphas?|shared?)\b/i.test(linesOf(tree, call));
}

/** The convolution that a value comes from, with its axes as they were. */
function convolutionBehind(value: Value | undefined): Application | undefined {
  let last = value && withAxes(value);
  for (let step = 0; last !== undefined && step < 8; step++) {
    if (last.kind === 'convolution') return last.layer?.name.startsWith('keras.layers.') === true ? last : undefined;
    const [input] = last.inputs;
    last = between.has(last.kind) && input ? withAxes(input) : undefined;
  }
  return undefined;
}

/** What was last done to a value, unless a reshape or a selection came in between. */
function withAxes(value: Value): Application | undefined {
  const last = lastOperation(value);
  if (value.kind !== 'tensor' || last === undefined) return undefined;
  return value.source === last || value.source?.kind === 'dropout' || value.source?.kind === 'identity' ? last : undefined;
}

/** All axes but the batch and the channels, which stand last unless the file says otherwise. */
function sharing({ tree, text }: RuleFile, call: number, { layer }: Application): Fix | undefined {
  const rank = layer?.layer.rank;
  if (rank === undefined || /channels_first|image_dim_ordering|image_data_format/.test(text)) return undefined;
  const axes = Array.from({ length: rank - 2 }, (_, place) => place + 1).join(', ');
  return { title: `Share axes ${axes}`, edits: addArgument(tree, call, `shared_axes=[${axes}]`) };
}
