/** What the file says of itself: the information that readers show, and the same as XMP with the marks of PDF/UA-1. */

export interface FileInfo {
  readonly title: string;
  /** Who answers for it. */
  readonly author?: string;
  readonly subject: string;
  readonly keywords: readonly string[];
  readonly producer: string;
  readonly created: Date;
}

/** XMP for the information of a file. PDFKit's own does not escape what it is given. */
export function xmp({ title, author, subject, keywords, producer, created }: FileInfo): string {
  const date = `${created.toISOString().slice(0, 19)}Z`;
  const inEnglish = (words: string): string =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${escape(words)}</rdf:li></rdf:Alt>`;
  return [
    description(
      'xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
      `<xmp:CreateDate>${date}</xmp:CreateDate><xmp:CreatorTool>${escape(producer)}</xmp:CreatorTool>`,
    ),
    description(
      'xmlns:dc="http://purl.org/dc/elements/1.1/"',
      `<dc:title>${inEnglish(title)}</dc:title>${author === undefined ? '' : `<dc:creator><rdf:Seq><rdf:li>${escape(author)}</rdf:li></rdf:Seq></dc:creator>`}${subject === '' ? '' : `<dc:description>${inEnglish(subject)}</dc:description>`}`,
    ),
    description(
      'xmlns:pdf="http://ns.adobe.com/pdf/1.3/"',
      `<pdf:Producer>${escape(producer)}</pdf:Producer>${keywords.length === 0 ? '' : `<pdf:Keywords>${escape(keywords.join(', '))}</pdf:Keywords>`}`,
    ),
    description('xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"', '<pdfuaid:part>1</pdfuaid:part>'),
    description(
      'xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"',
      PDFUA_SCHEMA,
    ),
  ].join('\n');
}

/** PDF/A wants the schema of a property that it does not know itself. */
const PDFUA_SCHEMA = `<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of PDF/UA</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>`;

function description(namespaces: string, content: string): string {
  return `<rdf:Description rdf:about="" ${namespaces}>${content}</rdf:Description>`;
}

/** Characters that XML cannot hold at all are replaced. */
function escape(text: string): string {
  return text
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '\ufffd',
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
