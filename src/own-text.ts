/** A text that was cut out of another one → the same text with memory of its own: the engine's cut holds on to the whole. A leaf module. */

/** The engine copies shorter strings instead of cutting them out. Source: V8, `SlicedString::kMinLength`. */
const CUT_OUT = 13;

/** The same text, with memory of its own. */
export function ownText(text: string): string {
  return text.length < CUT_OUT ? text : (JSON.parse(JSON.stringify(text)) as string);
}
