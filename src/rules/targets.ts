/** What the labels of a file are, by how it makes them. */
import { shortName } from '../models/questions';
import { stringOf } from '../models/values';
import type { RuleFile } from './rule';

/** A binarizer of many labels, made-up data that has them, or a model or metric that is told so: several may be true at once. */
export function hasMultiHotTargets({ facts }: RuleFile): boolean {
  return [...facts.libraryCalls, ...facts.methodCalls].some(({ name, arguments: written }) =>
    name === 'sklearn.preprocessing.MultiLabelBinarizer' || name === 'sklearn.datasets.make_multilabel_classification' || /^torchmetrics\..*\bMultilabel/.test(name)
    || stringOf(written.get('problem_type')?.value) === 'multi_label_classification' || stringOf(written.get('task')?.value) === 'multilabel');
}

/** Labels of which exactly one is true: made of numbers of classes, or read from a folder for each class. */
export function hasOneHotTargets({ facts }: RuleFile): boolean {
  return facts.libraryCalls.some(({ name }) => shortName(name) === 'to_categorical' || name === 'sklearn.preprocessing.LabelBinarizer')
    || [...facts.libraryCalls, ...facts.methodCalls].some(({ arguments: written }) =>
      ['class_mode', 'label_mode'].some((argument) => stringOf(written.get(argument)?.value) === 'categorical'));
}

const scaled = /(?:transform|scale|normali[sz]e\w*)\(\s*(?![xX]|self\.[xX])\w|(?:(?<![a-z])y|target|label|price)\w*\s*(?:\/=|=[^=\n]*\/)/;
const scaler = /MinMax|MaxAbs|Quantile|minmax/;
const scalesFeatures = /transform\(\s*(?:self\.)?[xX]/;
const composing = /[pP]ipeline|TransformedTarget|ColumnTransformer/;

/** Whether something brings targets into another range: a scaler of more than the features, a division of something like `y`. A scaler that is only seen to transform x does not. */
export function mayScaleTargets(text: string): boolean {
  return scaled.test(text) || (scaler.test(text) && (!scalesFeatures.test(text) || composing.test(text)));
}

const standardScaler = /(\w+)\s*=\s*(?:\w+\.)*StandardScaler\(\)/g;
const ofTargets = '\\.fit(?:_transform)?\\(\\s*(?:np\\.array\\(\\s*)?(?:[yY]|targets?)(?:_\\w+)?\\b';
const atOnce = new RegExp(`StandardScaler\\(\\)${ofTargets}`);

/** Targets that are brought to mean 0 and standard deviation 1, in a file that brings nothing into a range. */
export function hasStandardisedTargets({ text }: RuleFile): boolean {
  if (!text.includes('StandardScaler') || scaler.test(text) || composing.test(text)) return false;
  return atOnce.test(text) || [...text.matchAll(standardScaler)].some(([, name = '']) => new RegExp(`\\b${name}${ofTargets}`).test(text));
}

const made = /^(sklearn|keras)\.datasets\.|^torchvision\.datasets\.|\.read_\w+$/;
const cutsOff = /\babs\(|\.(abs|clip|square|exp)\b|y\w*\s*\*\*|y\w*\s*\+=/;

/** Values around 0: those of `make_regression`, where a file has no others and moves none. */
export function hasSignedTargets(file: RuleFile): boolean {
  return hasStandardisedTargets(file) || isMadeAroundZero(file);
}

function isMadeAroundZero({ facts, text }: RuleFile): boolean {
  const sources = facts.libraryCalls.filter(({ name }) => made.test(name));
  const isAroundZero = sources.length > 0 && sources.every(({ name, arguments: written, mayHaveMore }) => name === 'sklearn.datasets.make_regression' && !written.has('bias') && !mayHaveMore);
  return isAroundZero && !mayScaleTargets(text) && !cutsOff.test(text);
}
