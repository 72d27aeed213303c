/** Where a loss has the classes: PyTorch's on axis 1, however many axes follow, as those of images do. */
import type { Application, LossUse } from '../models/facts';
import { constantArgument, lastOperation, shortName } from '../models/questions';
import { itemsOf, numberOf, type Value } from '../models/values';
import { placeOf } from './places';
import type { Finding, RuleFile } from './rule';

const ofClasses = /^torch\.nn\.(NLLLoss2?d?|functional\.nll_loss)$/;

/** What comes from a convolution has its channels on axis 1, which a loss of classes reads: no other axis of it holds them. */
export function overPlaces(file: RuleFile, application: Application): Finding | undefined {
  const use = isBehindChannels(application.axis) ? file.facts.losses.find((loss) => takesAsItIs(loss, application)) : undefined;
  const layer = use && lastOperation(application.inputs[0] ?? { kind: 'unknown' });
  if (use === undefined || layer?.kind !== 'convolution' || !layer.name.startsWith('torch.') || sourceOf(application.inputs[0])?.kind === 'reshape') return undefined;
  return {
    span: placeOf(file, application),
    message: `${shortName(use.loss.name)} has the classes on axis 1, but this softmax normalises along another: what it gives for one place does not sum to 1. Use dim=1.`,
    related: [{ span: file.spanOf(use.node), message: 'The loss' }],
  };
}

/** The last axis of what a convolution gives is never that of its channels. */
function isBehindChannels(axis: Application['axis']): boolean {
  return axis === -1 || (typeof axis === 'number' && axis > 1);
}

function takesAsItIs({ loss, input }: LossUse, { output }: Application): boolean {
  return ofClasses.test(loss.name) && input === output;
}

/** `criterion(output.unsqueeze(0), …)`: what is given the axis of a batch has none of its own. */
export function isBatched(value: Value | undefined): boolean {
  const source = sourceOf(value);
  if (source?.kind !== 'reshape') return false;
  const axis = constantArgument(source, 'dim') ?? constantArgument(source, 'axis');
  return (axis === 0 && /(^|\.)(unsqueeze|expand_dims)$/.test(source.name)) || isViewOfOne(source) || isBatched(source.inputs[0]);
}

/** `view(1, -1)`, `reshape((1, 4))`, as written. */
function isViewOfOne({ name, arguments: written }: Application): boolean {
  const sizes = [...written.entries()].filter(([key]) => key !== 'input').map(([, { value }]) => value);
  const first = itemsOf(sizes[0])?.items[0] ?? sizes[0];
  return /(^|\.)(view|reshape)$/.test(name) && numberOf(first) === 1;
}

function sourceOf(value: Value | undefined): Application | undefined {
  return value?.kind === 'tensor' ? value.source : undefined;
}
