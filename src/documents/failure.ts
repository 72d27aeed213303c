/** Why a text cannot be read, as a sentence for a person. */
export interface Failure {
  readonly reason: string;
}

export function isFailure(result: unknown): result is Failure {
  return typeof result === 'object' && result !== null && 'reason' in result;
}
