/** `--tz Europe/Paris` → the name of a time zone that the runtime knows. */
import { ReportError } from '../errors.js';
import { suggestion } from '../suggest.js';

/** The zone's name as the runtime spells it. Source of names: the IANA time zone database in Node's ICU. */
export function parseZone(text: string): string {
  // Fixed offsets (+02:00) are accepted by some versions of Node and not by others.
  if (/^[A-Za-z]/.test(text)) {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  const meant = suggestZone(text);
  throw new ReportError('usage', `--tz "${text}" is not a time zone.`, {
    hint: meant ? `Did you mean ${meant}?` : 'Write a name of the IANA time zone database, like Europe/Paris or UTC.',
  });
}

/** People also write the city alone: `paris`, `New York`. */
function suggestZone(text: string): string | undefined {
  const zones = Intl.supportedValuesOf('timeZone');
  const city = text.replaceAll(' ', '_').toLowerCase();
  return zones.find((zone) => zone.toLowerCase().endsWith(`/${city}`)) ?? suggestion(text, zones);
}
