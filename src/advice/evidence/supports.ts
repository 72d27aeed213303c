/** All evidence that speaks for an activation somewhere. */
import type { Support } from './evidence';
import { formSupport } from './forms';
import { hiddenSupport } from './hidden';
import { innerSupport } from './inner';
import { outputSupport } from './output';
import { perceptronSupport } from './perceptron';

export const supports: readonly Support[] = [...hiddenSupport, ...formSupport, ...perceptronSupport, ...outputSupport, ...innerSupport];
