/** Tells by words whether a configuration can name an activation, so that all others need not be parsed. */

const keys = /act(?:ivation)?s?\b|\bactiv\b|\bactv\b|act_|activ_|activation_|activate_f|[a-z]Act\b|[aA]ctivation[A-Z]|non_?lin|\bgate\b|\bnl\b|squash|relu_type|\b\w*_?acts\b|feed_forward_proj|\bafn\b|\bac_[fclt]|_target_|!new:|!name:|python\/|class_path|class_name|["']?\b(?:type|layer|layer_type|kind)["']?\s*:\s*["']?\w*(?:relu|elu|tanh|sigmoid|softmax|silu|mish|swish)|"op": "(?:[sS]oft|log_soft|sigm|tanh|relu)|\bnn\.[A-Z]|\[[-\d\s,]*["']?\w*(?:relu|elu|tanh|sigmoid|softmax|silu|mish|swish)["']?\s*[,\]]/i;
const words = /elu|leaky|glu|sigm|tanh|soft_?[mps]|sparsemax|swish|silu|mish|shrink|identity|threshold|exponential|logistic|squareplus|linear|sin|erf/i;

export function mayConfigureActivations(text: string): boolean {
  return keys.test(text) && words.test(text);
}
