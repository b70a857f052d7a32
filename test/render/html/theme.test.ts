import { describe, expect, it } from '@jest/globals';
import { renderReport, type RenderOptions } from '../../../src/render/render-report.js';
import { BUNDLED_THEMES, themeOf } from '../../../src/theme/theme.js';
import { readPicture } from '../../../src/theme/picture.js';
import { png } from '../../support/pictures.js';
import { reportOf } from '../../support/fixtures.js';

async function page(options: RenderOptions): Promise<string> {
  return new TextDecoder().decode(await renderReport(reportOf('02-deviated'), 'html', options));
}

describe('a theme in HTML', () => {
  it('is custom properties: light, dark by wish and by choice, and on paper', async () => {
    const theme = themeOf({
      colours: { good: '#123456' },
      dark: { good: '#ABCDEF' },
      sizes: { text: 12 },
      spacing: 1.5,
    });
    const html = await page({ theme });
    expect(html.match(/--good:#123456/g)).toHaveLength(2);
    expect(html.match(/--good:#ABCDEF/g)).toHaveLength(2);
    expect(html).toContain('--size:1.2;--space:1.5}');
    // 60 rem, in which a window is narrow.
    expect(html).toMatch(/\(max-width:\s*72rem\)/);
  });

  it('black-and-white has no colour anywhere', async () => {
    const colours = (await page({ theme: BUNDLED_THEMES['black-and-white'] })).match(/#[\da-f]{6}\b/gi) ?? [];
    expect(colours.length).toBeGreaterThan(50);
    expect(colours.filter((colour) => !/^#(..)\1\1$/.test(colour))).toEqual([]);
  });

  it('colours the drawings of a fragment without its style sheet', async () => {
    const fragment = await page({ theme: themeOf({ colours: { bad: '#123456' } }), fragment: true });
    expect(fragment).toMatch(/(?:fill|stroke)="#123456"/);
  });

  it('has author, subject and keywords in its head', async () => {
    const html = await page({ author: 'A & "B"', subject: 'Gateways', keywords: ['x', 'y'] });
    expect(html).toContain('<meta name="author" content="A &amp; &quot;B&quot;">');
    expect(html).toContain('<meta name="description" content="Gateways">');
    expect(html).toContain('<meta name="keywords" content="x, y">');
  });
});

describe('a logo in HTML', () => {
  const bytes = png(1, 1, 8, 0, [0, 1]);

  it('stands in the page, and is all that the policy lets it show', async () => {
    const html = await page({ logo: readPicture(bytes, 'logo.png'), author: 'Acme' });
    // Attributes have their equals signs as references.
    const packed = bytes.toString('base64').replaceAll('=', '&#x3D;');
    expect(html).toContain(`<img src="data:image/png;base64,${packed}" alt="Logo of Acme">`);
    expect(html).toContain('img-src data:;');
    expect(await page({})).not.toContain('img-src');
  });
});
