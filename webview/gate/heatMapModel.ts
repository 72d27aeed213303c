/** All that one drawing of the heat map depends on. */
import type { Surface } from '../../src/pictures/surface';
import type { Theme } from '../theme';
import type { ShownGate } from './shownGate';

export interface HeatMapModel {
  readonly shown: ShownGate;
  readonly surface: Surface;
  readonly pinned: boolean;
  readonly theme: Theme;
}
