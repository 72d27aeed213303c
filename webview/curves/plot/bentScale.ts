/** An axis of heights for Chart.js that may be bent by a logarithm, on one side of zero or on both. */
import { LinearScale, type LinearScaleOptions } from 'chart.js';
import { placeOn, valueOn, type Scale } from '../../../src/pictures/scales';

type BentScaleOptions = LinearScaleOptions & { readonly height: Scale };

declare module 'chart.js' {
  interface CartesianScaleTypeRegistry {
    bent: { options: BentScaleOptions };
  }
}

export class BentScale extends LinearScale {
  static override id = 'bent';
  private place = placeOn({ kind: 'linear', min: 0, max: 1 });
  private value = valueOn({ kind: 'linear', min: 0, max: 1 });

  declare options: BentScaleOptions;

  /** Options are looked up through many layers; they are read once for each layout. */
  override configure(): void {
    super.configure();
    const { kind, min, max, unit } = this.options.height;
    const height = { kind, min, max, ...(unit === undefined ? {} : { unit }) };
    this.place = placeOn(height);
    this.value = valueOn(height);
  }

  override getPixelForValue(value: number): number {
    return this.getPixelForDecimal(this.place(value));
  }

  override getValueForPixel(pixel: number): number {
    return this.value(this.getDecimalForPixel(pixel));
  }
}
