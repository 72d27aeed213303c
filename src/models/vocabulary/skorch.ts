/** skorch, which makes the module and the loss from their classes. Of NLLLoss it takes the logarithm itself. */
import { each, words, type Vocabulary } from './vocabulary';

export const skorch: Vocabulary = {
  layers: {}, operations: {}, methods: {}, losses: {}, wrappers: [], bases: [], optimisers: [], initialisers: [],
  trainers: each(
    'skorch.NeuralNet skorch.NeuralNetClassifier skorch.NeuralNetBinaryClassifier skorch.NeuralNetRegressor skorch.net.NeuralNet '
    + 'skorch.classifier.NeuralNetClassifier skorch.classifier.NeuralNetBinaryClassifier skorch.regressor.NeuralNetRegressor ray_skorch.RayTrainNeuralNet',
    { parameters: words('module criterion'), model: 'module', loss: 'criterion', except: ['torch.nn.NLLLoss'] },
  ),
};
