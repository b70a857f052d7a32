/** Colours → how well they are told apart (WCAG 2.2, relative luminance and contrast ratio), and one that is told apart well enough. */

/** Red, green and blue, 0 to 255, of `#1A1C1E`. */
function channels(colour: string): readonly [number, number, number] {
  const value = parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of two colours, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** The colour, or the nearest to it on the way to white, that has a contrast against a dark paper. */
export function lightened(colour: string, paper: string, wanted: number): string {
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = channels(colour).map((channel) => Math.round(channel + (255 - channel) * share));
    const hex = `#${mixed
      .map((channel) => channel.toString(16).padStart(2, '0'))
      .join('')
      .toUpperCase()}`;
    if (contrast(hex, paper) >= wanted) return hex;
  }
  return '#FFFFFF';
}

/** `#RGB` or `#RRGGBB` in any case → `#RRGGBB`. */
export function sixDigits(colour: string): string {
  const digits = colour.slice(1).toUpperCase();
  return `#${digits.length === 3 ? Array.from(digits, (digit) => digit + digit).join('') : digits}`;
}
