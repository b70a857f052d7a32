import { describe, expect, it } from '@jest/globals';
import { xmp } from '../../../../src/render/pdf/paint/metadata.js';

describe('xmp', () => {
  it('escapes what it is given, and says that the file is PDF/UA-1', () => {
    const text = xmp({
      title: 'A & <B>\u0000',
      subject: '"s"',
      keywords: ['a<b', 'c'],
      producer: 'x',
      created: new Date('2026-11-22T12:00:00.5Z'),
    });
    expect(text).toContain('A &amp; &lt;B&gt;\ufffd</rdf:li>');
    expect(text).toContain('<pdf:Keywords>a&lt;b, c</pdf:Keywords>');
    expect(text).toContain('<xmp:CreateDate>2026-11-22T12:00:00Z</xmp:CreateDate>');
    expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });
});
