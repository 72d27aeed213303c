/** Ignite: what makes an engine of a model and its loss; signatures as in ignite/engine/__init__.py. */
import { words, type Vocabulary } from './vocabulary';

const trainer = { parameters: words('model optimizer loss_fn'), model: 'model', loss: 'loss_fn', except: [] };

export const ignite: Vocabulary = {
  layers: {}, operations: {}, methods: {}, losses: {}, wrappers: [], bases: [], optimisers: [], initialisers: [],
  trainers: {
    'ignite.engine.create_supervised_trainer': trainer,
    'ignite.engine.supervised_training_step': trainer,
  },
};
