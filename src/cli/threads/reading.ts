/** What every thread does: it takes file after file, until it is through with the list. */
import type { Linting } from '../linting';
import { outcomeOf, type Outcome } from '../outcome';
import type { FoundFile } from '../walk';
import { claimNext, type Claims } from './claims';

export interface Listed {
  readonly file: FoundFile;
  /** True where whoever lists it also reads it, as with standard input. */
  readonly isOurs: boolean;
}

interface ReadingThread {
  readonly number: number;
  readonly claims: Claims;
  /** Nothing behind the end of the list. */
  readonly listedAt: (place: number) => Promise<Listed | undefined>;
  readonly linting: Linting;
  readonly tell: (place: number, outcome: Outcome) => void;
  /** What there is to do between two files. */
  readonly between?: () => Promise<void> | undefined;
}

export async function readOn({ number, claims, listedAt, linting, tell, between }: ReadingThread): Promise<void> {
  for (;;) {
    const place = claimNext(claims, number);
    const listed = await listedAt(place);
    if (listed === undefined) return;
    if (!listed.isOurs) tell(place, await outcomeOf(listed.file, linting));
    await between?.();
  }
}
