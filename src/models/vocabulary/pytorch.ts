/** PyTorch: signatures as in torch/nn/modules and torch/nn/functional.py; losses of torchvision; layers of torch_geometric. */
import { each, layer, operation, within, words, type LayerKind, type LossKind, type Operation, type Vocabulary } from './vocabulary';

const convolution = (rank: number): LayerKind => layer(
  'convolution', 'in_channels out_channels kernel_size stride padding dilation groups bias padding_mode',
  { units: 'out_channels', inputs: 'in_channels', axis: 1, rank },
);
const lazyConvolution = (rank: number): LayerKind => layer(
  'convolution', 'out_channels kernel_size stride padding dilation groups bias padding_mode', { units: 'out_channels', axis: 1, rank },
);
const transposed = (rank: number): LayerKind => layer(
  'convolution', 'in_channels out_channels kernel_size stride padding output_padding groups bias dilation padding_mode',
  { units: 'out_channels', inputs: 'in_channels', axis: 1, rank },
);
const linear = layer('linear', 'in_features out_features bias', { units: 'out_features', inputs: 'in_features', axis: -1 });
const recurrent = (parameters: string): LayerKind => layer('recurrent', parameters, { inputs: 'input_size', returnsState: true });
const cell = (parameters: string): LayerKind => layer('recurrent', parameters, { inputs: 'input_size', units: 'hidden_size', axis: -1 });
const encoderLayer = layer(
  'custom', 'd_model nhead dim_feedforward dropout activation layer_norm_eps batch_first norm_first bias',
);
const graph = layer('linear', 'in_channels out_channels', { units: 'out_channels', inputs: 'in_channels', axis: -1 });

const modules: Record<string, LayerKind> = {
  Linear: linear,
  LazyLinear: layer('linear', 'out_features bias', { units: 'out_features', axis: -1 }),
  Bilinear: layer('linear', 'in1_features in2_features out_features bias', { units: 'out_features', axis: -1 }),
  Conv1d: convolution(3), Conv2d: convolution(4), Conv3d: convolution(5),
  LazyConv1d: lazyConvolution(3), LazyConv2d: lazyConvolution(4), LazyConv3d: lazyConvolution(5),
  ConvTranspose1d: transposed(3), ConvTranspose2d: transposed(4), ConvTranspose3d: transposed(5),
  Embedding: layer('embedding', 'num_embeddings embedding_dim', { units: 'embedding_dim', axis: -1 }),
  EmbeddingBag: layer('embedding', 'num_embeddings embedding_dim', { units: 'embedding_dim', axis: -1, rank: 2 }),
  RNN: recurrent('input_size hidden_size num_layers nonlinearity bias batch_first dropout bidirectional'),
  ...each('LSTM GRU', recurrent('input_size hidden_size num_layers bias batch_first dropout bidirectional')),
  RNNCell: cell('input_size hidden_size bias nonlinearity'),
  GRUCell: cell('input_size hidden_size bias'),
  LSTMCell: layer('recurrent', 'input_size hidden_size bias', { inputs: 'input_size', returnsState: true }),
  MultiheadAttention: layer('attention', 'embed_dim num_heads dropout bias', { returnsState: true }),
  ...each('TransformerEncoderLayer TransformerDecoderLayer', encoderLayer),
  TransformerEncoder: layer('custom', 'encoder_layer num_layers norm'),
  TransformerDecoder: layer('custom', 'decoder_layer num_layers norm'),
  Transformer: layer('custom', 'd_model nhead num_encoder_layers num_decoder_layers dim_feedforward dropout activation'),
  ...each('BatchNorm1d BatchNorm2d BatchNorm3d SyncBatchNorm InstanceNorm1d InstanceNorm2d InstanceNorm3d', layer('normalisation', 'num_features eps momentum affine track_running_stats')),
  ...each('LazyBatchNorm1d LazyBatchNorm2d LazyBatchNorm3d', layer('normalisation', 'eps momentum affine track_running_stats')),
  ...each('LayerNorm RMSNorm', layer('normalisation', 'normalized_shape eps elementwise_affine bias')),
  GroupNorm: layer('normalisation', 'num_groups num_channels eps affine'),
  LocalResponseNorm: layer('normalisation', 'size alpha beta k'),
  ...each('Dropout Dropout1d Dropout2d Dropout3d AlphaDropout FeatureAlphaDropout', layer('dropout', 'p inplace')),
  ...each(
    'MaxPool1d MaxPool2d MaxPool3d AvgPool1d AvgPool2d AvgPool3d LPPool1d LPPool2d FractionalMaxPool2d MaxUnpool2d',
    layer('pooling', 'kernel_size stride padding'),
  ),
  ...each('AdaptiveAvgPool1d AdaptiveAvgPool2d AdaptiveAvgPool3d AdaptiveMaxPool1d AdaptiveMaxPool2d AdaptiveMaxPool3d', layer('pooling', 'output_size')),
  ...each('Upsample UpsamplingNearest2d UpsamplingBilinear2d', layer('pooling', 'size scale_factor mode')),
  Flatten: layer('reshape', 'start_dim end_dim'),
  Unflatten: layer('reshape', 'dim unflattened_size'),
  ...each('PixelShuffle PixelUnshuffle Fold Unfold ChannelShuffle', layer('noise')),
  ...each('ZeroPad1d ZeroPad2d ZeroPad3d ConstantPad1d ConstantPad2d ReflectionPad1d ReflectionPad2d ReplicationPad2d', layer('noise', 'padding')),
  Identity: layer('identity'),
  Sequential: layer('container'),
  ModuleList: layer('list', 'modules'),
  ModuleDict: layer('list', 'modules'),
};

const operations: Record<string, Operation> = {
  ...each('cat concat concatenate stack hstack vstack', operation('combination', 'tensors dim')),
  ...each('matmul bmm mm einsum dot baddbmm addmm', operation('product', '', 2)),
  ...each('add sub subtract rsub', operation('arithmetic', 'input other', 2)),
  ...each('mul multiply div divide true_divide', operation('arithmetic', 'input other', 2)),
  ...each('log log2 log10 log1p', operation('logarithm', 'input')),
  exp: operation('exponential', 'input'),
  ...each('clamp clip clamp_min', operation('clamp', 'input min max')),
  ...each('argmax argmin argsort', operation('decision', 'input dim')),
  topk: operation('decision', 'input k dim'),
  ...each('round floor ceil sign', operation('decision', 'input')),
  ...each('mean sum amax amin norm std var prod logsumexp', operation('reduction', 'input dim')),
  ...each('max min', operation('reduction', 'input dim')),
  ...each('squeeze unsqueeze flatten reshape transpose permute movedim swapaxes', operation('reshape', 'input dim')),
  ...each('gather index_select masked_select narrow chunk split unbind take', operation('selection', 'input dim')),
  ...each('gt ge lt le eq ne', operation('comparison', 'input other')),
  where: operation('mask', 'condition input other', 3),
  nan_to_num: operation('clamp', 'input'),
  ...each('sin cos abs pow sqrt rsqrt square erf', operation('custom', 'input')),
  clone: operation('reshape', 'input'),
  ...each('rand randn zeros ones zeros_like ones_like randn_like rand_like full arange linspace empty tensor Tensor FloatTensor', operation('fill', '', 0)),
};

const functions: Record<string, Operation> = {
  ...each('dropout dropout1d dropout2d dropout3d alpha_dropout feature_alpha_dropout', operation('dropout', 'input p training inplace')),
  linear: operation('linear', 'input weight bias'),
  ...each('conv1d conv2d conv3d conv_transpose1d conv_transpose2d conv_transpose3d', operation('convolution', 'input weight bias')),
  embedding: operation('embedding', 'input weight'),
  ...each('batch_norm layer_norm group_norm instance_norm rms_norm', operation('normalisation', 'input')),
  ...each(
    'max_pool1d max_pool2d max_pool3d avg_pool1d avg_pool2d avg_pool3d adaptive_avg_pool1d adaptive_avg_pool2d adaptive_avg_pool3d adaptive_max_pool1d adaptive_max_pool2d interpolate upsample',
    operation('pooling', 'input'),
  ),
  normalize: operation('custom', 'input p dim'),
  cosine_similarity: operation('custom', 'x1 x2 dim eps', 2),
  pad: operation('noise', 'input pad'),
  scaled_dot_product_attention: operation('attention', 'query key value attn_mask dropout_p is_causal', 3),
  pixel_shuffle: operation('selection', 'input'),
  one_hot: operation('custom', 'tensor num_classes'),
};

/** A method has the arguments of the function behind its tensor. */
const methods: Record<string, Operation> = {
  ...Object.fromEntries(Object.entries(operations)
    .filter(([name, { kind }]) => kind !== 'fill' && kind !== 'combination' && name !== 'where')
    .map(([name, { kind, tensors = 1, parameters = [] }]) => [name, { kind, tensors, parameters: parameters.slice(1) }])),
  ...each('view reshape resize permute transpose t flatten unflatten contiguous expand expand_as view_as reshape_as movedim swapaxes', operation('reshape')),
  ...each('float double half bfloat16 to type type_as cuda cpu clone detach requires_grad_ numpy contiguous_ data_ptr', operation('reshape')),
  ...each('repeat repeat_interleave index_select gather masked_select narrow chunk split unbind', operation('selection')),
  ...each('masked_fill masked_fill_', operation('mask', 'mask value')),
  ...each('add_ sub_ mul_ div_ addcmul_ addcdiv_', operation('arithmetic', 'other', 2)),
  ...each('zero_ fill_ copy_ clamp_ exp_', operation('custom')),
  pow: operation('custom', 'exponent'),
  item: operation('reduction'),
  tolist: operation('reshape'),
};

const classLoss = (task: LossKind['task'], expects: LossKind['expects'], constructor: string, more: Partial<LossKind> = {}): LossKind =>
  ({ task, expects, parameters: ['input', 'target'], input: 'input', target: 'target', constructorParameters: words(constructor), ...more });
const functionLoss = (task: LossKind['task'], expects: LossKind['expects'], rest = ''): LossKind =>
  ({ task, expects, parameters: ['input', 'target', ...words(rest)], input: 'input', target: 'target' });

const weighted = 'weight size_average ignore_index reduce reduction';
const plain = 'size_average reduce reduction';
const timing = { parameters: words('log_probs targets input_lengths target_lengths'), input: 'log_probs', target: 'targets' };

const lossModules: Record<string, LossKind> = {
  CrossEntropyLoss: classLoss('multi-class', 'logits', `${weighted} label_smoothing`),
  ...each('NLLLoss NLLLoss2d', classLoss('multi-class', 'log-probabilities', weighted)),
  BCELoss: classLoss('binary', 'probabilities', `weight ${plain}`),
  BCEWithLogitsLoss: classLoss('binary', 'logits', `weight ${plain} pos_weight`),
  MultiLabelSoftMarginLoss: classLoss('multi-label', 'logits', `weight ${plain}`),
  KLDivLoss: classLoss('divergence', 'log-probabilities', `${plain} log_target`),
  CTCLoss: classLoss('multi-class', 'log-probabilities', 'blank reduction zero_infinity', timing),
  PoissonNLLLoss: classLoss('counts', 'values', 'log_input full size_average eps reduce reduction'),
  GaussianNLLLoss: classLoss('regression', 'values', 'full eps reduction', { parameters: words('input target var') }),
  ...each('MSELoss L1Loss', classLoss('regression', 'values', plain)),
  SmoothL1Loss: classLoss('regression', 'values', `${plain} beta`),
  HuberLoss: classLoss('regression', 'values', 'reduction delta'),
};

const lossFunctions: Record<string, LossKind> = {
  cross_entropy: functionLoss('multi-class', 'logits', `${weighted} label_smoothing`),
  nll_loss: functionLoss('multi-class', 'log-probabilities', weighted),
  binary_cross_entropy: functionLoss('binary', 'probabilities', `weight ${plain}`),
  binary_cross_entropy_with_logits: functionLoss('binary', 'logits', `weight ${plain} pos_weight`),
  multilabel_soft_margin_loss: functionLoss('multi-label', 'logits', `weight ${plain}`),
  kl_div: functionLoss('divergence', 'log-probabilities', `${plain} log_target`),
  ctc_loss: { task: 'multi-class', expects: 'log-probabilities', ...timing },
  poisson_nll_loss: functionLoss('counts', 'values', 'log_input'),
  ...each('mse_loss l1_loss smooth_l1_loss huber_loss', functionLoss('regression', 'values', plain)),
};

/** Networks of torchvision that give the result of their last layer and nothing else. */
const networks = words(
  'alexnet vgg11 vgg11_bn vgg13 vgg13_bn vgg16 vgg16_bn vgg19 vgg19_bn resnet18 resnet34 resnet50 resnet101 resnet152 resnext50_32x4d resnext101_32x8d '
  + 'wide_resnet50_2 wide_resnet101_2 densenet121 densenet161 densenet169 densenet201 mobilenet_v2 mobilenet_v3_small mobilenet_v3_large mnasnet1_0 '
  + 'shufflenet_v2_x1_0 efficientnet_b0 efficientnet_b1 efficientnet_b2 efficientnet_b3 efficientnet_b4 efficientnet_b7 efficientnet_v2_s efficientnet_v2_m '
  + 'regnet_y_400mf convnext_tiny convnext_small convnext_base vit_b_16 vit_b_32 vit_l_16 swin_t swin_s swin_b',
);
/** Networks of segmentation_models_pytorch, which end with the activation that they are told, if any. */
const segmenting = each(
  'Unet UnetPlusPlus MAnet Linknet FPN PSPNet PAN DeepLabV3 DeepLabV3Plus UPerNet Segformer',
  layer('custom', 'encoder_name encoder_depth encoder_weights', { activation: 'activation' }),
);
const network = layer('custom', 'weights progress', { heads: ['fc', 'classifier', 'head', 'heads'] });

export const pytorch: Vocabulary = {
  layers: {
    ...within('torch.nn', modules),
    ...within('torch_geometric.nn', each('GCNConv GATConv GATv2Conv SAGEConv GraphConv ChebConv Linear', graph)),
    ...within('torchvision.models', Object.fromEntries(networks.map((name) => [name, network]))),
    ...within('segmentation_models_pytorch', segmenting),
    'timm.layers.DropPath': layer('dropout', 'drop_prob'),
    'timm.models.layers.DropPath': layer('dropout', 'drop_prob'),
  },
  operations: { ...within('torch', operations), ...within('torch.nn.functional', functions) },
  methods,
  losses: {
    ...within('torch.nn', lossModules),
    ...within('torch.nn.functional', lossFunctions),
    ...each('torchvision.ops.sigmoid_focal_loss torchvision.ops.focal_loss.sigmoid_focal_loss', {
      task: 'binary', expects: 'logits', parameters: words('inputs targets alpha gamma reduction'), input: 'inputs', target: 'targets',
    }),
  },
  wrappers: [
    'torch.nn.DataParallel', 'torch.nn.parallel.DistributedDataParallel', 'torch.nn.parallel.DataParallel', 'torch.compile', 'torch.jit.script',
    'torch.nn.utils.spectral_norm', 'torch.nn.utils.weight_norm', 'torch.nn.utils.parametrizations.spectral_norm',
    'torch.nn.utils.parametrizations.weight_norm', 'torch.nn.SyncBatchNorm.convert_sync_batchnorm',
  ],
  bases: [
    'torch.nn.Module', 'pytorch_lightning.LightningModule', 'lightning.LightningModule', 'lightning.pytorch.LightningModule',
    'pytorch_lightning.core.LightningModule', 'torch.jit.ScriptModule',
  ],
  optimisers: ['torch.optim'],
  initialisers: ['torch.nn.init'],
};
