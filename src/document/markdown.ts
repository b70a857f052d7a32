/** Somebody's Markdown → blocks. The only importer of marked. Raw HTML is shown as text, images as links, nothing is fetched. */
import { lexer, type Token, type Tokens } from 'marked';
import { lookUp } from '../json.js';
import { isPlain, isReadable, isShowable } from './markdown-limits.js';
import { code, inlines, paragraph, text } from './inline.js';
import type { Block, Inline, LinkInline } from './types.js';
import { visible, visibleAddress, visibleLine } from './words/visible.js';

/** The blocks of a Markdown text. Anything this does not know, and what no description is, is shown as it was written. */
export function markdownBlocks(source: string): Block[] {
  return isPlain(source) ? [paragraph([text(source)])] : lexedBlocks(source);
}

/** The same for every text, plain or not. */
export function lexedBlocks(source: string): Block[] {
  const tokens = isReadable(source) ? lexer(source, { gfm: true }) : null;
  return tokens && isShowable(tokens) ? blocksOf(tokens) : [{ kind: 'code', language: 'other', text: visible(source) }];
}

function blocksOf(tokens: readonly Token[]): Block[] {
  return tokens.flatMap(blockOf);
}

function blockOf(token: Token): Block[] {
  switch (token.type) {
    case 'space':
    case 'def':
      return [];
    case 'paragraph':
      return [paragraph(inlinesOf((token as Tokens.Paragraph).tokens))];
    case 'text':
      return [paragraph(inlineOf(token))];
    case 'heading':
      return [paragraph(inlinesOf((token as Tokens.Heading).tokens), 'heading')];
    case 'code':
      return [{ kind: 'code', language: 'other', text: visible((token as Tokens.Code).text) }];
    case 'blockquote':
      return [{ kind: 'quote', blocks: blocksOf((token as Tokens.Blockquote).tokens) }];
    case 'list':
      return [listOf(token as Tokens.List)];
    case 'table':
      return [tableOf(token as Tokens.Table)];
    case 'hr':
      return [];
    case 'checkbox':
      return [paragraph((token as Tokens.Checkbox).checked ? '☑' : '☐')];
    default:
      return [paragraph([text(token.raw)])];
  }
}

function listOf(list: Tokens.List): Block {
  return {
    kind: 'list',
    ordered: list.ordered,
    ...(typeof list.start === 'number' && list.start !== 1 ? { start: list.start } : {}),
    items: list.items.map((item) => blocksOf(item.tokens)),
  };
}

function tableOf(table: Tokens.Table): Block {
  return {
    kind: 'table',
    label: 'A table of the description',
    columns: table.header.map((cell, index) => ({
      key: String(index),
      label: visibleLine(cell.text),
      align: table.align[index] === 'right' ? ('end' as const) : ('start' as const),
      width: 1,
      ...(index === 0 ? { heading: true } : {}),
    })),
    rows: table.rows.map((row) => ({ cells: row.map((cell) => inlinesOf(cell.tokens)) })),
  };
}

function inlinesOf(tokens: readonly Token[]): Inline[] {
  return tokens.flatMap(inlineOf);
}

function inlineOf(token: Token): Inline[] {
  switch (token.type) {
    case 'strong':
      return [{ kind: 'strong', children: inlinesOf((token as Tokens.Strong).tokens) }];
    case 'em':
      return [{ kind: 'emphasis', children: inlinesOf((token as Tokens.Em).tokens) }];
    case 'codespan':
      return [code((token as Tokens.Codespan).text)];
    case 'br':
      return [{ kind: 'break' }];
    case 'link': {
      const { href, tokens: children } = token as Tokens.Link;
      return link(href, inlinesOf(children));
    }
    case 'image': {
      const { href, text: alternative } = token as Tokens.Image;
      return link(href, inlines(alternative === '' ? 'image' : `image: ${alternative}`));
    }
    case 'escape':
      return [text((token as Tokens.Escape).text)];
    case 'text': {
      const { tokens: inner, text: plain } = token as Tokens.Text;
      return inner ? inlinesOf(inner) : [text(withoutEntities(plain))];
    }
    default:
      return [text(token.raw)];
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  copy: '©',
};

/** Character references, of which people write a handful by name and the others by number. */
function withoutEntities(plain: string): string {
  return plain.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]+));/g,
    (written, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return lookUp(ENTITIES, name) ?? written;
      const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : written;
    },
  );
}

/** A link with its target visible; the words and the target as text where the target is nothing a report may link to. */
function link(href: string, children: readonly Inline[]): Inline[] {
  const target = safeHref(href);
  const words = children.length > 0 ? children : inlines(href);
  if (target === null) return inlines(words, ` (${href})`);
  const linked: LinkInline = { kind: 'link', to: { href: target }, children: words };
  const shown = children.length === 1 && children[0]?.kind === 'text' && children[0].text === visibleLine(href);
  return shown ? [linked] : inlines(linked, ` (${href})`);
}

/** An http, https or mailto address, or null. */
function safeHref(href: string): string | null {
  return /^(?:https?:\/\/|mailto:)[^\s<>"'`]+$/i.test(href) ? visibleAddress(href) : null;
}
