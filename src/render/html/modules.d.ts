/** What the build makes of the files of templates/ where they are imported: see build/handlebars-plugin.mjs. */
declare module '*.hbs' {
  const template: unknown;
  export default template;
}
declare module '*.css' {
  const text: string;
  export default text;
}
declare module '*/templates/script.js' {
  const text: string;
  export default text;
}
