/** What readers copy out of a PDF, script by script: poppler, mupdf and pdf.js. docs/pdf.md has the same as a table. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { renderPdf } from '../render/pdf/render-sample.js';
import { OPENING, section, words } from '../render/pdf/sample.js';

const READERS = ['poppler', 'mupdf', 'pdf.js'] as const;
type Reader = (typeof READERS)[number];

/** A word or two of each, and the readers that give it back exactly. */
const SCRIPTS: Readonly<Record<string, { readonly text: string; readonly exact: readonly Reader[] }>> = {
  Latin: { text: 'Überprüfung naïve Škoda fi ffl', exact: READERS },
  Greek: { text: 'Υπηρεσία υποβαθμισμένη', exact: READERS },
  Cyrillic: { text: 'Сервис деградировал', exact: READERS },
  Chinese: { text: '结账服务已降级', exact: READERS },
  Japanese: { text: 'サービスは低下しています', exact: READERS },
  Korean: { text: '서비스가 저하되었습니다', exact: READERS },
  Mathematics: { text: '∀ε>0 ∃δ ≤ ∞ ∑', exact: READERS },
  Boxes: { text: '┌──┬──┐ │ok│ ▁▃▅▇', exact: READERS },
  Arrows: { text: '→ ⇒ ↦ ✓ ✗', exact: READERS },
  Combining: { text: 'e\u0301 n\u0303', exact: READERS },
  Devanagari: { text: 'सेवा खराब है', exact: READERS },
  // Vowels that are drawn before their consonant, and consonants drawn as one.
  'Devanagari reordered': { text: 'किताबें हिन्दी क्षेत्र स्त्री', exact: ['poppler'] },
  Thai: { text: 'บริการเสื่อมสภาพ', exact: READERS },
  Hebrew: { text: 'השירות ירוד', exact: ['poppler', 'pdf.js'] },
  Arabic: { text: 'الخدمة متدهورة', exact: ['poppler'] },
  Emoji: { text: '🔥 🚀', exact: READERS },
  'Emoji sequences': { text: '👩‍💻 🇫🇷', exact: ['poppler', 'pdf.js'] },
};

let folder = '';
let file = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chaos-report-'));
  file = join(folder, 'scripts.pdf');
  const chapter = section(
    'experiment',
    'e1',
    'Scripts',
    Object.entries(SCRIPTS).map(([name, { text }]) => ({ kind: 'paragraph', content: words(`${name}: ${text} .`) })),
  );
  writeFileSync(file, await renderPdf(OPENING, [chapter]));
});
afterAll(() => rmSync(folder, { recursive: true }));

const READ: Readonly<Record<Reader, (file: string) => string | Promise<string>>> = {
  poppler: (file) => execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }),
  mupdf: (file) => execFileSync('mutool', ['draw', '-q', '-F', 'text', file], { encoding: 'utf8' }),
  'pdf.js': async (file) => {
    const task = getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0, disableFontFace: true });
    const document = await task.promise;
    let text = '';
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      for (const item of items) if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '');
    }
    await task.destroy();
    return text;
  },
};

/** White space aside, and the marks that readers put around what runs from right to left. */
const bare = (text: string): string => text.replaceAll(/[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');

describe.each(READERS)('%s', (reader) => {
  it('copies exactly what docs/pdf.md says', async () => {
    const copied = bare(await READ[reader](file));
    const exact = Object.keys(SCRIPTS).filter((name) =>
      copied.includes(bare(`${name}: ${SCRIPTS[name]?.text ?? ''} .`)),
    );
    expect(exact).toEqual(Object.keys(SCRIPTS).filter((name) => SCRIPTS[name]?.exact.includes(reader)));
  });
});
