/** TFLearn, whose functions make a layer and apply it: signatures as in tflearn/layers. */
import { each, operation, within, words, type Operation, type Vocabulary } from './vocabulary';

const layerCall = (kind: 'linear' | 'convolution', parameters: string): Operation => ({
  ...operation(kind, parameters), units: words(parameters)[1] ?? '', activation: 'activation',
});
const core = {
  fully_connected: layerCall('linear', 'incoming n_units activation bias'),
  dropout: operation('dropout', 'incoming keep_prob'),
  ...each('flatten reshape', operation('reshape', 'incoming')),
};
const conv = {
  ...each('conv_1d conv_2d conv_3d', layerCall('convolution', 'incoming nb_filter filter_size strides padding activation bias')),
  ...each('conv_2d_transpose conv_3d_transpose', layerCall('convolution', 'incoming nb_filter filter_size output_shape strides padding activation bias')),
  ...each('max_pool_1d max_pool_2d max_pool_3d avg_pool_1d avg_pool_2d avg_pool_3d global_avg_pool global_max_pool', operation('pooling', 'incoming kernel_size')),
};
const normalization = each('batch_normalization local_response_normalization', operation('normalisation', 'incoming'));

export const tflearn: Vocabulary = {
  layers: {},
  operations: {
    ...within('tflearn', { ...core, ...conv, ...normalization }),
    ...within('tflearn.layers.core', core), ...within('tflearn.layers.conv', conv), ...within('tflearn.layers.normalization', normalization),
  },
  methods: {}, losses: {}, wrappers: [], bases: [], optimisers: [], initialisers: [],
};
