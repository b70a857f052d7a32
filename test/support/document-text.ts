/** A Document as indented text, a line a thing: what golden files hold and people read. */
import type { SeriesData } from '../../src/chart/series-data.js';
import type { TimelineData } from '../../src/chart/timeline-data.js';
import type { Block, Document, Inline, Section } from '../../src/document/types.js';

export function documentText({ front, chapters, back }: Document): string {
  const lines = [
    `title: ${front.title}`,
    `date: ${front.date.text} [${front.date.instant}]`,
    `subject: ${front.subject}`,
    `keywords: ${front.keywords.join(', ')}`,
  ];
  for (const section of [...front.sections, ...chapters, ...back]) block(section, 0, lines);
  return `${lines.join('\n')}\n`;
}

export function inlineText(content: readonly Inline[]): string {
  return content.map(one).join('');
}

function one(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'strong':
      return `**${inlineText(inline.children)}**`;
    case 'emphasis':
      return `_${inlineText(inline.children)}_`;
    case 'code':
      return `${inline.apart ? ' ⏎ ' : ''}\`${inline.text}\`${inline.outOfTolerance ? '(out)' : ''}`;
    case 'link':
      return `[${inlineText(inline.children)}](${'id' in inline.to ? `#${inline.to.id}` : inline.to.href})`;
    case 'status':
      return `<${inline.bare ? '' : '◆'}${inline.status}: ${inline.word}>`;
    case 'time':
      return inline.text;
    case 'level':
      return `«${typeof inline.level === 'string' ? inline.level : inline.alternative}»`;
    case 'break':
      return ' ⏎ ';
  }
}

function block(value: Block, depth: number, lines: string[]): void {
  const say = (text: string, more = 0): void => void lines.push(`${'  '.repeat(depth + more)}${text}`);
  const target = 'target' in value && value.target ? ` → #${value.target}` : '';
  switch (value.kind) {
    case 'section':
      say(
        `§ ${inlineText(value.title)}  {${value.name} #${value.id}${value.over ? `, over: ${value.over}` : ''}${value.status ? `, ${one(value.status)}` : ''}${value.aside ? `, aside: ${value.aside}` : ''}${value.fold ? `, ${value.fold}` : ''}}`,
      );
      for (const child of value.blocks) block(child, depth + 1, lines);
      break;
    case 'paragraph':
      say(`${value.role ?? 'p'}: ${inlineText(value.content)}`);
      break;
    case 'list':
      say(`list ${value.role ?? (value.ordered ? 'ordered' : '')}`);
      for (const item of value.items) for (const child of item) block(child, depth + 1, lines);
      break;
    case 'facts':
      say(`facts ${value.role ?? ''}`);
      for (const row of value.rows) {
        say(`${inlineText(row.label)} │ ${inlineText(row.value)}${row.target ? ` → #${row.target}` : ''}`, 1);
        for (const inner of row.rows ?? []) say(`${inlineText(inner.label)} │ ${inlineText(inner.value)}`, 2);
      }
      break;
    case 'table':
      say(`table ${value.role ?? ''} “${value.label}”: ${value.columns.map((column) => column.label).join(' │ ')}`);
      for (const row of value.rows)
        say(
          `${row.weight ? `(${row.weight}) ` : ''}${row.cells.map(inlineText).join(' │ ')}${row.id ? ` #${row.id}` : ''}${row.target ? ` → #${row.target}` : ''}`,
          1,
        );
      if (value.rows.length === 0 && value.empty) say(inlineText(value.empty), 1);
      break;
    case 'code':
      say(`code ${value.language}${value.caption ? ` (${inlineText(value.caption)})` : ''}`);
      value.text
        .split('\n')
        .forEach((line, index) => say(`${value.lines ? (value.lines[index] ?? '').slice(0, 1) : ''}| ${line}`, 1));
      break;
    case 'callout':
      say(`${value.role} ${one(value.status)}: ${inlineText(value.content)}${target}`);
      break;
    case 'quote':
      say('quote');
      for (const child of value.blocks) block(child, depth + 1, lines);
      break;
    case 'chart':
      if (value.chart.kind === 'timeline') {
        timeline(value.chart.data, say, value.alternative);
        break;
      }
      if (value.chart.kind === 'series') {
        series(value.chart.data, say, value.alternative);
        break;
      }
      if (value.chart.kind === 'contributions') {
        say(`chart contributions: ${value.alternative}`);
        break;
      }
      if (value.chart.kind === 'history') {
        const { rows, ticks } = value.chart.data;
        say(`chart history: ${value.alternative} | ${ticks.map(({ label }) => label).join(', ')}`);
        for (const { label, runs } of rows) {
          const marks = runs.map(
            ({ state, changed }) => `${{ held: '▔', deviated: '▁', other: '·' }[state]}${changed ? '▴' : ''}`,
          );
          say(`  ${label}: ${marks.join(' ')}`);
        }
        break;
      }
      say(
        `chart ${value.chart.kind}: ${value.alternative} | ${inlineText(value.chart.before)} | ${inlineText(value.chart.during)} | ${inlineText(value.chart.after)}`,
      );
  }
}

function series(
  { span, window, ticks, plots }: SeriesData,
  say: (text: string, more?: number) => void,
  alternative: string,
): void {
  say(`chart series ${round(span)} s: ${alternative}`);
  if (window) say(`window ${round(window.start)} to ${round(window.end)}: ${window.label}`, 1);
  say(`ticks ${ticks.map(({ at, label }) => `${round(at)} ${label}`).join(' │ ')}`, 1);
  for (const { title, lines, scale } of plots) {
    say(`plot ${title ?? ''} ${scale.map(({ label }) => label).join(' │ ')}`, 1);
    for (const { name, detail, points } of lines) {
      const breaks = points.filter(([, value]) => value === null).length;
      say(`${name} ${detail}: ${points.length - breaks} points, ${breaks} breaks`, 2);
    }
  }
}

function timeline(
  { span, lanes, window, ticks, key }: TimelineData,
  say: (text: string, more?: number) => void,
  alternative: string,
): void {
  say(`chart timeline ${round(span)} s: ${alternative}`);
  if (window) say(`window ${round(window.start)} to ${round(window.end)}: ${window.label}`, 1);
  say(`ticks ${ticks.map(({ at, label }) => `${round(at)} ${label}`).join(' │ ')}`, 1);
  for (const { name, checks, samples, rows } of lanes) {
    say(
      `${name}: ${checks.map(({ at, label, status }) => `${label} ${status} at ${round(at)}`).join(', ')}${samples.length > 0 ? `; ${samples.map(({ met }) => (met ? '.' : '!')).join('')}` : ''}`,
      1,
    );
    for (const { label, bars, status } of rows) {
      const spans = bars
        .slice(0, 3)
        .map(
          ({ kind, start, end, pauseBefore, pauseAfter, background }) =>
            `${kind} ${round(start)} to ${end === null ? '…' : round(end)}${pauseBefore > 0 ? `, ${pauseBefore} s before` : ''}${pauseAfter > 0 ? `, ${pauseAfter} s after` : ''}${background ? ', background' : ''}`,
        );
      say(
        `${label}${status ? ` ${status}` : ''}: ${spans.join('; ')}${bars.length > 3 ? ` and ${bars.length - 3} more` : ''}`,
        2,
      );
    }
  }
  say(`key ${key.map(({ label }) => label).join(', ')}`, 1);
}

function round(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

export type { Section };
