import { describe } from 'vitest';
import { run } from './run';

describe('what a search chooses from, by whatever it is called', () => run([
  ['keras', 'layers.Dense(8, activation=hp_choice(["[|relu|]", "[|tanh|]"]))\nmake(activation=unchoice(["relu", "tanh"]))', 'relu', 'tanh'],
]));
