/** Names under which people keep an activation in modules of their own, by a name that libraries have for it. */
export const spellings: Readonly<Record<string, string>> = {
  leaky: 'leaky_relu', lrelu: 'leaky_relu', fused_lrelu: 'leaky_relu', fused_leaky_relu: 'leaky_relu', leakyrelu: 'leaky_relu', leakyReLU: 'leaky_relu', LReLU: 'LeakyReLU', LRelu: 'LeakyReLU', PRelu: 'PReLU',
  Rectify: 'ReLU', Rectifier: 'ReLU', rectified: 'relu', LeakyRectify: 'LeakyReLU', leaky_rectify: 'leaky_relu', hswish: 'hardswish', htanh: 'hardtanh', h_swish: 'hardswish', SoftPlus: 'Softplus', SwiGlu: 'SwiGLU', GeGLU: 'GEGLU', relu_squared: 'squared_relu',
  SquaredReLU: 'ReluSquared', ReLUSquared: 'ReluSquared', memory_efficient_swish: 'swish', quickgelu: 'quick_gelu',
  ReluActivation: 'ReLU', ReLUActivation: 'ReLU', LeakyReluActivation: 'LeakyReLU', SigmoidActivation: 'Sigmoid', TanhActivation: 'Tanh', SwishActivation: 'Swish', SoftmaxActivation: 'Softmax',
  ReLuLayer: 'ReLU', LeakyReLuLayer: 'LeakyReLU', SoftMaxLayer: 'Softmax', SeluLayer: 'SELU', SELULayer: 'SELU', SwishLayer: 'Swish', SoftplusLayer: 'Softplus', SoftPlusLayer: 'Softplus', PReLULayer: 'PReLU', SiLULayer: 'SiLU',
  ReluLayer: 'ReLU', ReLULayer: 'ReLU', LeakyReluLayer: 'LeakyReLU', LeakyReLULayer: 'LeakyReLU', LReLULayer: 'LeakyReLU', LReluLayer: 'LeakyReLU', EluLayer: 'ELU', ELULayer: 'ELU', SigmoidLayer: 'Sigmoid', TanhLayer: 'Tanh', SoftmaxLayer: 'Softmax',
  reLU: 'relu', ReLu: 'ReLU', eLU: 'elu', leaky_reLU: 'leaky_relu', leakyRelu: 'leaky_relu', leakyReLu: 'leaky_relu', Leaky_ReLU: 'LeakyReLU', Leaky_Relu: 'LeakyReLU', Leaky_relu: 'LeakyReLU', LeakyReLu: 'LeakyReLU', LeakyRELU: 'LeakyReLU', Leaky_RELU: 'LeakyReLU', LRELU: 'LeakyReLU', SoftMAX: 'Softmax',
  Relu6: 'ReLU6', Prelu: 'PReLU', pReLU: 'prelu', param_relu: 'prelu', parametric_relu: 'prelu', ParametricReLU: 'PReLU', tanH: 'tanh', TanH: 'Tanh', softMax: 'softmax', soft_max: 'softmax', SoftMax: 'Softmax', LogSoftMax: 'LogSoftmax', softPlus: 'softplus', soft_plus: 'softplus', SoftSign: 'Softsign',
  h_sigmoid: 'hardsigmoid', hsigmoid: 'hardsigmoid', HSigmoid: 'Hardsigmoid', Hsigmoid: 'Hardsigmoid', HSwish: 'Hardswish', Hswish: 'Hardswish', Swiglu: 'SwiGLU',
  sig: 'sigmoid', sigm: 'sigmoid', sigmoide: 'sigmoid', Sigmoide: 'Sigmoid', sigmoidal: 'sigmoid',
  sin: 'Sin', sine: 'Sin', abs: 'Abs', absolute: 'Abs', gated_gelu: 'GEGLU', gated_silu: 'SwiGLU', gated_relu: 'ReGLU', 'gated-gelu': 'GEGLU', 'gated-silu': 'SwiGLU', 'gated-relu': 'ReGLU',
  crelu: 'crelu', CReLU: 'crelu', clipped_relu: 'clipped_relu', rectify: 'rectify', very_leaky_rectify: 'very_leaky_rectify',
  swiglufused: 'SwiGLU', swiglu_fused: 'SwiGLU', 'fast-swiglu': 'SwiGLU', 'fast-geglu': 'GEGLU', 'squared-relu': 'squared_relu',
  gelu_tanh: 'gelu_new', gelu_tanh_approx: 'gelu_new', gelu_approximate: 'gelu_new', approximate_gelu: 'gelu_new', gelu_approx: 'gelu_new', tanh_gelu: 'gelu_new',
  'gelu-no-approx': 'gelu_python', gelu_no_approx: 'gelu_python', gelu_exact: 'gelu_python', exact_gelu: 'gelu_python', gelu_erf: 'gelu_python',
};
