// Loaded before a program whose peak memory is wanted: writes it, in MB, to the file that PEAK_MEMORY names.
import { writeFileSync } from 'node:fs';

process.on('exit', () => writeFileSync(process.env.PEAK_MEMORY, String(process.resourceUsage().maxRSS / 1024)));
