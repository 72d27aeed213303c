/** Models that use an activation, as their code or their default configuration says. */

/** Where in the model, then the models. */
type Uses = readonly (readonly [where: string, models: readonly string[]])[];

const feedForward = 'feed-forward layers';
const gate = 'gate of the feed-forward layers';
const convolutions = 'convolutional layers';

export const usedBy: Readonly<Record<string, Uses>> = {
  swiglu: [
    [gate, ['LLaMA', 'Llama 2 to 4', 'Qwen2', 'Qwen3', 'Mistral 7B', 'DeepSeek-V3', 'Phi-3', 'OLMo 2 and 3', 'Command R', 'GLM-4', 'Granite', 'InternLM2', 'MiniCPM', 'StableLM', 'OpenELM', 'DINOv2 ViT-g']],
    ['gate of the experts', ['Mixtral 8x7B', 'DBRX', 'Llama 4', 'DeepSeek-V3']], ['gate', ['Mamba']],
  ],
  'geglu-tanh': [[gate, ['Gemma 2', 'Gemma 3', 'Gemma 4', 'T5 v1.1', 'RecurrentGemma']]],
  sreglu: [[gate, ['BitNet b1.58']]],
  'clamped-swiglu': [['gate of the experts', ['gpt-oss']]],
  gelu: [
    [feedForward, ['BERT', 'ViT (timm)', 'Swin Transformer', 'MLP-Mixer', 'Hiera', 'SAM image encoder', 'Whisper']],
    ['blocks', ['ConvNeXt']], [convolutions, ['MobileNetV4 hybrid large', 'DM-NFNet', 'Whisper (stem)']],
  ],
  'gelu-tanh': [[feedForward, ['GPT-2', 'Phi-1.5 and Phi-2', 'SigLIP ViT-B', 'DiT']]],
  'quick-gelu': [[feedForward, ['CLIP (OpenAI\'s weights)']]],
  relu: [
    [feedForward, ['T5 v1.0']], [convolutions, ['ResNet', 'DenseNet', 'RegNet', 'MobileNetV3 (early stages)', 'MobileNetV4']], ['transition layers', ['AlphaFold 2']],
  ],
  'relu-squared': [[`${feedForward}, without a gate`, ['Nemotron-3', 'Nemotron-4', 'Nemotron-H', 'nanochat']], ['channel mixing', ['RWKV-7']]],
  relu6: [[convolutions, ['MobileNetV2', 'EfficientNet-Lite']]],
  'leaky-relu': [[convolutions, ['CSPNet and Darknet (timm)']]],
  'star-relu': [['feed-forward layers and separable convolutions', ['CAFormer', 'ConvFormer']]],
  silu: [
    [convolutions, ['EfficientNet', 'EfficientNetV2', 'YOLOv8', 'Mamba']], ['residual blocks and time embedding', ['Stable Diffusion\'s UNet']], ['embedding of conditions', ['DiT']],
  ],
  'hard-swish': [[convolutions, ['MobileNetV3 (later stages)']]],
  'hard-sigmoid': [['squeeze-and-excite gate', ['MobileNetV3']]],
  xielu: [[`${feedForward}, without a gate`, ['Apertus']]],
  softplus: [['step size', ['Mamba']]],
  sigmoid: [
    ['router of the experts', ['Llama 4', 'DeepSeek-V3']], ['attention output gate', ['Qwen3-Next', 'AlphaFold 2']], ['gates', ['RWKV-7']],
  ],
  softmax: [['router of the experts', ['Mixtral 8x7B']], ['attention weights', ['AlphaFold 2']]],
  tanh: [
    ['cap on logits', ['Gemma 2', 'Gemma 4', 'RecurrentGemma']], ['hidden layers of actor and critic', ['PPO of CleanRL']],
  ],
};
