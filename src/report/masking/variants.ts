/** A secret → the forms in which other programs write it down. A form more is a line more. */

/** The plain form first, and no form twice. */
export function variantsOf(secret: string): readonly string[] {
  const plain = secret.trim();
  const escaped = JSON.stringify(plain).slice(1, -1);
  return [
    ...new Set([secret, plain, escaped, JSON.stringify(escaped).slice(1, -1), ascii(escaped), ...inAddresses(plain)]),
  ];
}

/** Percent-encoded, as paths and as forms have it, in either case of the digits. */
function inAddresses(text: string): readonly string[] {
  if (/\p{Surrogate}/u.test(text)) return [];
  const encoded = encodeURIComponent(text);
  const strict = encoded.replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  const forms = [encoded, strict, strict.replaceAll('%20', '+'), strict.replaceAll('%2F', '/')];
  return forms.flatMap((form) => [form, form.replace(/%[0-9A-F]{2}/g, (digits) => digits.toLowerCase())]);
}

/** JSON as Python writes it unless told otherwise. */
function ascii(json: string): string {
  return json.replace(/[\x7F-\uFFFF]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
