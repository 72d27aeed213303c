/** All evidence that speaks for an activation somewhere. */
import type { Support } from './evidence';
import { hiddenSupport } from './hidden';
import { innerSupport } from './inner';
import { outputSupport } from './output';
import { perceptronSupport } from './perceptron';

export const supports: readonly Support[] = [...hiddenSupport, ...perceptronSupport, ...outputSupport, ...innerSupport];
