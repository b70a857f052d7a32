import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from '../support/properties.js';
import { contrast, lightened, sixDigits } from '../../src/theme/contrast.js';
import { GREY_PALETTES, PALETTES } from '../../src/theme/palettes.js';
import { hardToRead } from '../../src/theme/readable.js';
import { BUNDLED_THEMES, LOOK, PAPERS, textWidth, themeOf, withAccent } from '../../src/theme/theme.js';

interface SchemaPart {
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, SchemaPart>>;
  readonly $defs?: Readonly<Record<string, SchemaPart>>;
}

const schema = JSON.parse(readFileSync('src/theme/theme.schema.json', 'utf8')) as SchemaPart;

describe('contrast', () => {
  // The figures of WCAG 2.2 for black on white, and of two pairs that were measured with another program.
  it.each([
    ['#000000', '#FFFFFF', 21],
    ['#777777', '#FFFFFF', 4.48],
    ['#A3200D', '#FFFFFF', 7.58],
    ['#5A6066', '#5A6066', 1],
  ])('of %s and %s', (one, other, wanted) => {
    expect(contrast(one, other)).toBeCloseTo(wanted, 2);
    expect(contrast(other, one)).toBeCloseTo(wanted, 2);
  });

  it('is reached by lightening any colour on dark paper', () => {
    const colour = fc
      .integer({ min: 0, max: 0xffffff })
      .map((value) => `#${value.toString(16).padStart(6, '0').toUpperCase()}`);
    fc.assert(
      fc.property(colour, (one) => {
        const light = lightened(one, PALETTES.dark.paper, 3);
        expect(contrast(light, PALETTES.dark.paper)).toBeGreaterThanOrEqual(3);
        if (contrast(one, PALETTES.dark.paper) >= 3) expect(light).toBe(one);
      }),
    );
  });

  it('counts in six digits', () => {
    expect([sixDigits('#0aF'), sixDigits('#1a2b3c')]).toEqual(['#00AAFF', '#1A2B3C']);
  });
});

describe('bundled themes', () => {
  it.each(Object.entries(BUNDLED_THEMES))('%s can be read on every surface', (_, theme) => {
    expect(hardToRead(theme)).toEqual([]);
  });

  it('black-and-white has no colour', () => {
    for (const palette of Object.values(GREY_PALETTES))
      for (const colour of Object.values(palette)) expect(colour).toMatch(/^#(..)\1\1$/);
  });

  it('have the names and colours that the schema has', () => {
    expect(schema.properties?.['extends']?.enum).toEqual(Object.keys(BUNDLED_THEMES));
    expect(Object.keys(schema.$defs?.['colours']?.properties ?? {}).sort()).toEqual(Object.keys(PALETTES.print).sort());
    expect(schema.properties?.['page']?.properties?.['size']?.enum).toEqual(Object.keys(PAPERS));
  });
});

describe('a theme of a file', () => {
  it('is the look where it says nothing', () => {
    expect(themeOf({})).toEqual(LOOK);
    expect(themeOf({ extends: 'black-and-white' })).toEqual(BUNDLED_THEMES['black-and-white']);
  });

  it('has its colours on paper and on light screens, and dark ones on dark screens', () => {
    const { palettes } = themeOf({ colours: { ink: '#123', bad: '#445566' }, dark: { bad: '#fa8' } });
    expect([palettes.print.ink, palettes.light.ink, palettes.dark.ink]).toEqual(['#112233', '#112233', '#E8E5DE']);
    expect([palettes.print.bad, palettes.light.bad, palettes.dark.bad]).toEqual(['#445566', '#445566', '#FFAA88']);
  });

  it('has margins in millimetres, sizes from the text, and what it does not name from the look', () => {
    const theme = themeOf({ sizes: { text: 12 }, spacing: 1.5, page: { size: 'Letter', margins: { left: 25.4 } } });
    expect(theme).toMatchObject({ scale: 1.2, spacing: 1.5, paper: 'Letter', margins: { ...LOOK.margins, left: 72 } });
    expect(textWidth(theme, 'Letter')).toBeCloseTo((612 - 72 - 51) / 1.2);
  });

  it('has an accent that is seen on dark screens too', () => {
    const { palettes } = withAccent(LOOK, '#001122');
    expect([palettes.print.accent, palettes.light.accent]).toEqual(['#001122', '#001122']);
    expect(contrast(palettes.dark.accent, palettes.dark.paper)).toBeGreaterThanOrEqual(3);
    expect(themeOf({ colours: { accent: '#001122' } })).toEqual(withAccent(LOOK, '#001122'));
    expect(themeOf({ colours: { accent: '#001122' }, dark: { accent: '#999999' } }).palettes.dark.accent).toBe(
      '#999999',
    );
  });

  it('is warned of where text is hard to read', () => {
    const found = hardToRead(themeOf({ colours: { good: '#00AA00' }, dark: { paper: '#777777' } }));
    expect(found.filter(({ surface }) => surface !== 'dark')).toEqual([
      { surface: 'print', ink: 'good', colour: '#00AA00', against: 'paper', contrast: expect.closeTo(3.1, 1) },
    ]);
    expect(found.filter(({ surface }) => surface === 'dark').map(({ ink }) => ink)).toContain('ink2');
  });
});
