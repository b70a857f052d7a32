/**
 * Bundles PDFKit without what no report needs of it: encryption, PNG images, its own line breaking, compressed web fonts. The
 * tables that its font engine unpacks when it is loaded are unpacked by Node. Together that is most of its time to load.
 */

/** What stands in the place of a package. What is left out is never called; if it were, the name in the error says why. */
const REPLACED = {
  '@noble/ciphers/aes': 'export const cbc = undefined; export const ecb = undefined;',
  linebreak: 'export default undefined;',
  'png-js': 'export default undefined;',
  'brotli/decompress.js': 'export default undefined;',
  // CommonJS as those that require it, which a bundle of modules has no other way to ask Node from.
  'tiny-inflate': `
    const { inflateRawSync } = process.getBuiltinModule('node:zlib');
    module.exports = (packed, into) => { into.set(inflateRawSync(packed)); return into; };`,
};

export function pdfkitPlugin() {
  return {
    name: 'pdfkit',
    setup(build) {
      const names = Object.keys(REPLACED).map((name) => name.replace(/[/.]/g, '\\$&'));
      build.onResolve({ filter: new RegExp(`^(?:${names.join('|')})$`) }, ({ path }) => ({
        path,
        namespace: 'pdfkit',
      }));
      build.onLoad({ filter: /.*/, namespace: 'pdfkit' }, ({ path }) => ({ contents: REPLACED[path], loader: 'js' }));
    },
  };
}
