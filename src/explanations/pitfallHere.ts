/** Which of an activation's pitfalls to name at one place in a file: those that the text leaves open. */
import type { Pitfall } from '../activations/activation';
import { isOfInitialiser } from '../usages/ofInitialiser';
import { firstSentences, longestWarning } from './markup';
import type { Subject } from './subject';

/** `here`: the text speaks for it; `open`: nothing speaks against it; `elsewhere`: it is no matter at this place. */
type Bearing = 'here' | 'open' | 'elsewhere';

export interface Warning {
  readonly text: string;
  /** True when the text speaks for it, so that it deserves a warning's icon. */
  readonly likely: boolean;
}

/** At most one sentence or two; nothing where the place settles all of them. */
export function warningAt(subject: Subject, saysDefaults: boolean): Warning | undefined {
  if (isOfInitialiser(subject.usage, subject.text)) return { text: 'It tells an initialiser how far to spread weights, and is not applied here.', likely: false };
  const note = isNoteOpen(subject) ? noteOf(subject) : undefined;
  const here = subject.activation.pitfalls.find((pitfall) => bearingOf(pitfall, subject) === 'here');
  if (here) return { text: note !== undefined && isLong(here.text) ? note : here.text, likely: true };
  if (!saysDefaults && note !== undefined) return { text: note, likely: false };
  const open = subject.activation.pitfalls.find((pitfall) => bearingOf(pitfall, subject) === 'open');
  return open && { text: open.text, likely: false };
}

function isLong(text: string): boolean {
  return firstSentences(text, longestWarning).length > longestWarning;
}

/** The pitfalls besides the one already named, for those who read on. */
export function furtherPitfalls(subject: Subject, named: Warning | undefined): Pitfall[] {
  return subject.activation.pitfalls.filter((pitfall) => pitfall.text !== named?.text && bearingOf(pitfall, subject) !== 'elsewhere');
}

/** A written argument settles what a framework's note says of its default. */
function isNoteOpen({ symbol, usage, written }: Subject): boolean {
  if (!symbol?.note || symbol.activation !== usage.activation) return false;
  return !symbol.arguments.some(({ name, parameter }) => written.has(name) && (
    parameter !== undefined
    || symbol.variants?.some(({ argument }) => argument === name) === true
    || new RegExp(`\\b${name}\\b`).test(symbol.note ?? '')
  ));
}

/** The framework's name before its note, where the note does not say it. */
function noteOf({ framework, symbol }: Subject): string {
  const note = symbol?.note ?? '';
  if (!framework || note.includes(framework.name)) return note;
  // A name in capitals, such as GELU, keeps them.
  return `${framework.name}: ${note.replace(/^[A-Z](?![A-Z])/, (letter) => letter.toLowerCase())}`;
}

/** Begins with what PyTorch does, or with a function of its own. */
const ofPyTorch = /^(?:PyTorch(?:'s| keeps)|`(?:F\.|kaiming_|calculate_gain|BCEWithLogitsLoss|CrossEntropyLoss))/;

/** In a file of another library it is no matter, unless that file has PyTorch beside it. */
function isOfAnotherLibrary(pitfall: Pitfall, { framework, usage, text }: Subject): boolean {
  return ofPyTorch.test(pitfall.text) && framework !== undefined && framework.id !== 'pytorch' && usage.form !== 'configuration' && !/torch/i.test(text);
}

function bearingOf(pitfall: Pitfall, subject: Subject): Bearing {
  if (isOfAnotherLibrary(pitfall, subject)) return 'elsewhere';
  return bearings[pitfall.id]?.(subject) ?? 'open';
}

const normalisation = /(?:Batch|Layer|Group|Instance|RMS)_?Norm|layer_norm|batch_norm/i;
const initialisation = /\bkaiming_|\bxavier_|he_(?:normal|uniform)|glorot_|lecun_|calculate_gain|\binit\./;

const mentions = (pattern: RegExp) => ({ text }: Subject): Bearing => (pattern.test(text) ? 'here' : 'elsewhere');
/** A factor of a product is a gate: no layer of its own. */
const isFactor = ({ usage: { expression }, text }: Subject): boolean =>
  /(?<!\*)\*\s*$/.test(text.slice(Math.max(0, expression.start - 20), expression.start)) || /^\s*\*(?!\*)/.test(text.slice(expression.end, expression.end + 20));
const onlyBelow = (): Bearing => 'elsewhere';
/** The function of a recurrent layer is applied at each step, and its values are no output of the model. */
const isRecurrent = ({ usage: { expression }, text }: Subject): boolean => /(?:LSTM|GRU|RNN)\w*\([^()]*$/.test(text.slice(Math.max(0, expression.start - 200), expression.start));

/** By the pitfall's id; one that is not listed is open everywhere. */
const bearings: Readonly<Record<string, (subject: Subject) => Bearing>> = {
  'softmax-before-cross-entropy': mentions(/cross_?entropy/i),
  'sigmoid-before-bce-with-logits': mentions(/BCEWithLogits|with_logits|from_logits/i),
  'bce-under-autocast': ({ text }) => (/autocast/.test(text) && /BCELoss|\bbinary_cross_entropy\b/.test(text) ? 'here' : 'elsewhere'),
  'masked-softmax-nan': mentions(/masked_fill|float\(['"]-inf|-1e9/),
  'log-of-softmax': mentions(/\blog\s*\(\s*[\w.]*(?:softmax|sigmoid)/),
  'multilabel-softmax': mentions(/multi_?label|MultiLabel/i),
  'softmax-on-one-unit': mentions(/Dense\(\s*1\s*,\s*activation\s*=\s*['"]softmax/),
  'threshold-or-metric-on-logits': mentions(/logits?\s*>=?\s*0?\.5/),
  'onnx-opset-activation': mentions(/\bonnx\b/i),
  'quantisation-unfriendly': mentions(/quantiz|int8|tensorrt/i),
  'mobile-delegate-unsupported': mentions(/tflite|TFLite|coreml/),
  'pinn-needs-smooth': mentions(/create_graph|hessian|deepxde|\bpinn\b/i),
  'sigmoid-hidden-deep': (subject) => (isFactor(subject) || normalisation.test(subject.text) ? 'elsewhere' : 'open'),
  'relu-on-output': onlyBelow,
  'output-range-vs-data-range': (subject) => (isRecurrent(subject) ? 'elsewhere' : 'open'),
  'gradient-at-zero': onlyBelow,
  'init-gain-mismatch': ({ text }) => (normalisation.test(text) ? 'elsewhere' : initialisation.test(text) ? 'here' : 'open'),
  'dead-relu-risk': ({ text }) => (normalisation.test(text) ? 'elsewhere' : 'open'),
  'softmax-dim-missing': ({ framework, usage, written }) => {
    const guesses = framework?.id === 'pytorch' && usage.symbol !== 'torch.softmax' && (usage.form === 'module' || usage.form === 'function');
    return guesses && !written.has('dim') ? 'here' : 'elsewhere';
  },
  'leaky-slope-default': ({ written }) => (written.size > 0 ? 'elsewhere' : 'open'),
  // The module passes its own mode on.
  'rrelu-training-flag': ({ framework, usage, written }) => (framework?.id === 'pytorch' && usage.form === 'function' && !written.has('training') ? 'here' : 'elsewhere'),
  'gelu-variant-mismatch': ({ written }) => (written.has('approximate') ? 'elsewhere' : 'open'),
  'prelu-initial-slope': ({ written }) => (written.has('init') ? 'elsewhere' : 'open'),
  'keras-prelu-shared-axes': ({ framework, written, text }) => {
    if (framework?.name.includes('Keras') !== true || written.has('shared_axes')) return 'elsewhere';
    return /Conv\dD/.test(text) ? 'here' : 'open';
  },
  'inplace-activation-clobbers-autograd': ({ framework, written }) => (framework?.id === 'pytorch' && written.has('inplace') ? 'open' : 'elsewhere'),
};
