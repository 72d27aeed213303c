/** Subjects as the host sends them, for the tests of the Lab. */
import type { LabSubject } from '../../src/protocol/messages';

/** GELU in a transformer block, as in the design, with two functions to compare. */
export const geluInBlock: LabSubject = {
  usage: { activation: 'gelu', parameters: {}, assumed: [], framework: 'pytorch', code: 'nn.GELU()', place: 'model.py:42 in FeedForward' },
  curves: [
    { activation: 'gelu', parameters: {} }, { activation: 'silu', parameters: {} }, { activation: 'leaky-relu', parameters: { negativeSlope: 0.2 } },
  ],
  situation: {
    framework: { value: 'pytorch', sureness: 'read', evidence: { offset: 0, text: 'import torch.nn as nn' } },
    architecture: { value: 'transformer', sureness: 'read' },
    role: { value: 'hidden', sureness: 'read' },
    normalisation: { value: 'layer', sureness: 'read' },
    depth: { value: 12, sureness: 'likely', evidence: { offset: 30, text: 'range(12)' } },
    constraints: [{ value: 'bfloat16', sureness: 'guess' }],
  },
  following: true,
};

export const geluByName: LabSubject = {
  curves: [{ activation: 'gelu', parameters: {} }], situation: { constraints: [] }, following: false,
};

export const named = (activation: string, parameters: LabSubject['curves'][number]['parameters'] = {}): LabSubject => ({
  curves: [{ activation, parameters }], situation: { constraints: [] }, following: false,
});

export const leakyUnknown: LabSubject = {
  usage: { activation: 'leaky-relu', parameters: { negativeSlope: 0.01 }, assumed: ['negativeSlope'], framework: 'pytorch', code: 'nn.LeakyReLU(cfg.slope)', place: 'gan.py:12 in Discriminator' },
  curves: [{ activation: 'leaky-relu', parameters: { negativeSlope: 0.01 } }],
  situation: { framework: { value: 'pytorch', sureness: 'read' }, role: { value: 'hidden', sureness: 'likely' }, constraints: [] },
  following: true,
};

/** At a place of long names, as generated and nested code has them. */
export const leakyInLongNames: LabSubject = {
  ...leakyUnknown,
  usage: {
    activation: 'leaky-relu', parameters: { negativeSlope: 0.2 }, assumed: [], framework: 'pytorch', code: 'nn.LeakyReLU(negative_slope=0.2, inplace=True)',
    place: 'names.py:10 in MultiScaleFeaturePyramidEncoderBlockWithSqueezeAndExcitation.InnerResidualBottleneckProjectionUnit',
  },
};

export const softmaxHead: LabSubject = {
  usage: { activation: 'softmax', parameters: {}, assumed: [], framework: 'pytorch', code: 'nn.Softmax(dim=-1)', place: 'head.py:18 in Classifier' },
  curves: [{ activation: 'softmax', parameters: {} }],
  situation: { framework: { value: 'pytorch', sureness: 'read' }, role: { value: 'output', sureness: 'likely' }, task: { value: 'multi-class', sureness: 'likely' }, constraints: [] },
  following: true,
};

export const emptyLab: LabSubject = { curves: [], situation: { constraints: [] }, following: true };
