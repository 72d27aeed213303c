/** The arithmetic that derivatives are reckoned in: plain numbers, or such that do not overflow. */
export interface Field<N> {
  from(value: number): N;
  toNumber(value: N): number;
  add(a: N, b: N): N;
  multiply(a: N, b: N): N;
  divide(a: N, b: N): N;
  exp(u: N): N;
  log(u: N): N;
  power(u: N, exponent: number): N;
}

export const plainNumbers: Field<number> = {
  from: (value) => value,
  toNumber: (value) => value,
  add: (a, b) => a + b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  exp: Math.exp,
  log: Math.log,
  power: (u, exponent) => u ** exponent,
};
