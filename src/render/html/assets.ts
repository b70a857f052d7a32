/** Style sheet and script → a part of the page, or files beside it. */
import style from '../../../templates/style.css';
import script from '../../../templates/script.js';
import type { Theme } from '../../theme/theme.js';
import { ReportError } from '../../errors.js';
import type { Picture } from '../../theme/picture.js';
import type { Assets, RenderSettings, Sink, TemplateFile } from '../types.js';
import { fragmentCss } from './fragment-style.js';
import { themeCss } from './style.js';

/** Text that stands in the page, or the address of the file that has it. */
export type Asset = { readonly text: string } | { readonly address: string };

/** What a page needs beside its markup. */
export interface PageAssets {
  readonly style: Asset;
  readonly script: Asset;
  /** The address of the logo: a file's, or its own bytes. */
  readonly logo: string | null;
}

/** The assets of a page. With `separate` they are written now: the page has to know their addresses. */
export async function pageAssets(
  assets: Assets,
  { theme, logo }: Pick<RenderSettings, 'theme' | 'logo'>,
  own: TemplateFile | undefined,
  sink: Sink,
): Promise<PageAssets> {
  const css = styleSheet(theme, own);
  return assets === 'inline'
    ? { style: { text: css }, script: { text: script }, logo: logo && dataAddress(logo) }
    : {
        style: { address: await besides(sink, '.css', css) },
        script: { address: await besides(sink, '.js', script) },
        logo: logo && (await besides(sink, logo.type === 'image/png' ? '.png' : '.jpg', logo.bytes)),
      };
}

/** Writes the style sheet of a fragment, for whoever may use one. */
export async function writeFragmentStyle(theme: Theme, own: TemplateFile | undefined, sink: Sink): Promise<void> {
  await besides(sink, '.css', fragmentCss(styleSheet(theme, own)));
}

/** Colours and widths, and the rules that use them: ours, or the user's own. No text of it can end its element. */
function styleSheet(theme: Theme, own: TemplateFile | undefined): string {
  const rules = own === undefined ? style : own.text.replaceAll('</', '<\\/');
  return `${themeCss(theme)}\n${scaledQueries(rules, theme.scale)}`;
}

function dataAddress({ type, bytes }: Picture): string {
  return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
}

/** Media queries count in the reader's own size, whatever that of the page is: with larger type a window is narrow earlier. */
function scaledQueries(css: string, scale: number): string {
  if (scale === 1) return css;
  return css.replace(
    /(\((?:max|min)-width:\s*)([\d.]+)(?=rem\))/g,
    (_, feature: string, width: string) => `${feature}${Math.round(Number(width) * scale * 1000) / 1000}`,
  );
}

async function besides(sink: Sink, extension: string, content: string | Uint8Array): Promise<string> {
  if (!sink.file) {
    throw new ReportError('usage', 'There is no place for files beside standard output.', {
      hint: 'Name a file with -o, or leave --assets separate out.',
    });
  }
  return sink.file(extension, typeof content === 'string' ? new TextEncoder().encode(content) : content);
}
