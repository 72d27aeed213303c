/** fastai: its losses, which flatten what they compare, and what trains; signatures as in fastai/losses.py and learner.py. */
import { each, within, words, type LossKind, type Trainer, type Vocabulary } from './vocabulary';

const flat = (task: LossKind['task'], expects: LossKind['expects']): LossKind =>
  ({ task, expects, parameters: words('inp targ'), input: 'inp', target: 'targ', constructorParameters: words('axis') });
const losses = {
  CrossEntropyLossFlat: flat('multi-class', 'logits'),
  BCEWithLogitsLossFlat: flat('binary', 'logits'),
  BCELossFlat: flat('binary', 'probabilities'),
  MSELossFlat: flat('regression', 'values'),
};
/** Its two generations have the loss at different places, so that it counts by its name alone. */
const learner: Trainer = { parameters: words('dls model'), model: 'model', loss: 'loss_func', except: [] };

/** What its stars bring is documented under `fastai.layers`. */
export const fastai: Vocabulary = {
  layers: {}, operations: {}, methods: {},
  losses: { ...within('fastai.losses', losses), ...within('fastai.layers', losses) },
  wrappers: [], bases: [], optimisers: [], initialisers: [],
  trainers: each('fastai.learner.Learner fastai.basic_train.Learner fastai.layers.Learner', learner),
};
