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
