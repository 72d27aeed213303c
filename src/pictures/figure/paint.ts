/** Colours as SVG 1.1 has them: a colour with an opacity apart, which other programs read too. */

type Paint = Readonly<Record<string, string>>;

export function fill(colour: string): Paint {
  return painted('fill', colour);
}

export function stroke(colour: string): Paint {
  return painted('stroke', colour);
}

function painted(name: 'fill' | 'stroke', colour: string): Paint {
  const [, channels, alpha] = /^rgba\(([^,]+,[^,]+,[^,]+),\s*([\d.]+)\)$/.exec(colour) ?? [];
  return channels === undefined || alpha === undefined ? { [name]: colour } : { [name]: `rgb(${channels})`, [`${name}-opacity`]: alpha };
}
