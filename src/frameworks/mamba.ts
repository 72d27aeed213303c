/** Mamba: its scans apply softplus to their step sizes where they are told to. */
import type { Framework } from './framework';
import { symbols } from './rows';

const note = 'Softplus on the step sizes, with PyTorch\'s threshold of 20.';

const scan = { activation: 'softplus', defaults: { threshold: 20 }, note };

export const mamba: Framework = {
  id: 'mamba',
  name: 'Mamba',
  roots: ['mamba_ssm'],
  isOpen: true,
  symbols: symbols({ 'mamba_ssm.ops.*(delta_softplus=)': scan, 'mamba_ssm.ops.*(dt_softplus=)': scan }, { form: 'configuration' }),
  carriers: [],
};
