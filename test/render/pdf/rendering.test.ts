import { describe, expect, it } from '@jest/globals';
import { CHAPTER, FRONT, OPENING, section, paragraph } from './sample.js';
import { renderPdf } from './render-sample.js';
import { operatorsOf, streamsOf } from './unpacked.js';
import { DEFAULT_SETTINGS } from '../../../src/render/types.js';

const file = await renderPdf(OPENING, [CHAPTER]);
// Small objects are packed into streams.
const text = `${file.toString('latin1')}\n${streamsOf(file).join('\n')}`;
const pageStreams = streamsOf(file).filter((stream) => stream.includes('BDC'));

describe('the PDF renderer', () => {
  it('makes the same bytes of the same report', async () => {
    expect((await renderPdf(OPENING, [CHAPTER])).equals(file)).toBe(true);
  });

  it('gives another report another id', async () => {
    const other = await renderPdf({ ...OPENING, front: { ...FRONT, title: 'Other' } }, [CHAPTER]);
    const idOf = (bytes: Buffer): string | undefined => /\/ID \[<([0-9a-f]{32})>/.exec(bytes.toString('latin1'))?.[1];
    expect(idOf(file)).toHaveLength(32);
    expect(idOf(other)).not.toBe(idOf(file));
  });

  it('escapes its title in the XMP', () => {
    expect(text).toContain('Chaos &amp; &lt;Report&gt;');
  });

  it('marks every operator that paints, as content of an element or as an artifact', () => {
    expect(pageStreams.length).toBeGreaterThan(5);
    for (const stream of pageStreams) {
      let depth = 0;
      for (const operator of operatorsOf(stream)) {
        if (operator.endsWith('BDC')) depth++;
        else if (operator === 'EMC') expect(--depth).toBeGreaterThanOrEqual(0);
        else if (/(?:^| )(?:Tj|TJ|S|f\*?|B\*?|Do)$/.test(operator)) expect(depth).toBeGreaterThan(0);
      }
      expect(depth).toBe(0);
    }
  });

  it('opens and closes texts in turn, and keeps what it marks within one or around them', () => {
    for (const stream of pageStreams) {
      const open: string[] = [];
      for (const operator of operatorsOf(stream)) {
        if (operator === 'BT') {
          expect(open).not.toContain('text');
          open.push('text');
        } else if (operator.endsWith('BDC')) open.push('mark');
        else if (operator === 'EMC') expect(open.pop()).toBe('mark');
        else if (operator === 'ET') expect(open.pop()).toBe('text');
        else if (/(?:Td|TJ|Tj)$/.test(operator)) expect(open).toContain('text');
        else if (/(?:^| )(?:S|f\*|B\*|Do|q|Q)$/.test(operator)) expect(open).not.toContain('text');
      }
      expect(open).toEqual([]);
    }
  });

  it('leads links to places that exist, and nowhere that is not safe', () => {
    const destinations = new Set([...text.matchAll(/\(([a-z0-9-]+)\) *\[ *\d+ 0 R\/XYZ/g)].map(([, id]) => id));
    for (const id of ['e1', 'e1-appendix', 'e1-probe', 'nowhere']) expect(destinations).toContain(id);
    // By its name where the place was not known yet, else directly.
    const named = [...text.matchAll(/\/Dest\(([^)]+)\)/g)].map(([, id]) => id);
    expect(named).toContain('nowhere');
    for (const id of named) expect(destinations).toContain(id);
    const pages = new Set(
      [...text.matchAll(/\/Kids\[((?: *\d+ 0 R)+)\]/g)].flatMap(([, kids = '']) => kids.match(/\d+(?= 0 R)/g) ?? []),
    );
    const direct = [...text.matchAll(/\/Subtype\/Link.*?\/Dest\[ *(\d+) 0 R/g)].map(([, page]) => page);
    expect(direct.length).toBeGreaterThan(5);
    for (const page of direct) expect(pages).toContain(page);
    expect(text).toContain('(https://example.com/%C3%A4?a=1)');
    expect(text).not.toContain('javascript:');
  });

  it('has an outline of all parts, in the order of the pages', () => {
    const titles = [...text.matchAll(/\/Title\(([^)]+)\)/g)].map(([, title]) => title);
    for (const title of [
      'Summary',
      'Contents',
      'Does checkout degrade gracefully when its database goes away?',
      'Definition',
      'Appendix',
    ]) {
      expect(titles).toContain(title);
    }
  });

  it('hands bytes over as they come', async () => {
    const { pdf } = await import('../../../src/render/pdf/index.js');
    let bytes = 0;
    const rendering = await pdf.open(
      OPENING,
      { ...DEFAULT_SETTINGS, maxOutput: 1000, page: 'Letter' },
      { write: (chunk) => void (bytes += chunk.length) },
    );
    const seen = [bytes];
    for (let i = 0; i < 3; i++) {
      const chapter = section('experiment', `x${i}`, `Number ${i}`, [paragraph('word '.repeat(2000))]);
      await rendering.experiment({ facts: {} as never, section: () => chapter });
      seen.push(bytes);
    }
    await rendering.close();
    expect(seen[1]).toBeGreaterThan(seen[0] ?? 0);
    expect(seen[3]).toBeGreaterThan(seen[2] ?? 0);
    expect(bytes).toBeGreaterThan(seen[3] ?? 0);
  });

  it('makes a report without experiments, and one without contents', async () => {
    const bare = {
      ...OPENING,
      front: { ...FRONT, contents: [], sections: [section('summary', 'summary', 'Summary', [paragraph('Nothing.')])] },
      back: [],
    };
    expect((await renderPdf(bare, [])).subarray(0, 8).toString()).toBe('%PDF-1.7');
  });
});
