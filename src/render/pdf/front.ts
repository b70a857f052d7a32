/** What stands before the experiments: the title with the answer, then the contents with the key, then the rest. */
import { logoWords } from '../../document/page-words.js';
import type { Front, Section } from '../../document/types.js';
import type { Picture } from '../../theme/picture.js';
import { layoutSection } from './blocks/section.js';
import { classificationItems } from './chrome.js';
import { contentsStrips } from './contents.js';
import type { Context } from './context.js';
import { addTag, withFirst, type Item, type Strip } from './flow.js';
import { breakBalanced } from './lines.js';
import { baseline, lineItems, ruleItem } from './place.js';
import { plainSpan, wordsOf } from './spans.js';
import { RULE, SPACE, TYPE } from './theme.js';

/** The most that a logo takes, and the room below it. */
const LOGO = { width: 160, height: 40, below: 14 } as const;
const TITLE_GAP = 24;
const BELOW_TITLE = 7;
const BELOW_RULE = 6;

/** All of it as strips. Contents begin a page, and so do the sections after the key, but for what has run over from page 1. */
export function layoutFront(front: Front, logo: Picture | null, context: Context): readonly Strip[] {
  const [summary, ...others] = front.sections;
  const key = others.filter((section) => section.name === 'how-to-read');
  const rest = others.filter((section) => section.name !== 'how-to-read');
  return [
    ...titleStrips(front, logo, context),
    ...(summary === undefined ? [] : underTitle(summary, context)),
    ...contentsStrips(front.contents, context),
    ...key.flatMap((section) => withFirst(layoutSection(section, context), { space: SPACE.part })),
    ...rest.flatMap((section, index) =>
      withFirst(layoutSection(section, context), index === 0 ? { startsPage: 'after-half-a-page' } : {}),
    ),
  ];
}

/** The logo over the title with the date on its baseline at the right, on the heavy rule. */
function titleStrips(front: Front, logo: Picture | null, context: Context): readonly Strip[] {
  const { textWidth } = context.geometry;
  const style = TYPE.title;
  const date = TYPE.body;
  const dateWidth = context.measure.width(front.date.text, date);
  const lines = breakBalanced(
    [plainSpan(front.title, style)],
    textWidth - dateWidth - TITLE_GAP,
    style.leading,
    context.measure,
  );
  const classified =
    front.classification === undefined
      ? []
      : classificationItems(
          front.classification,
          context.geometry.classificationTop - context.geometry.firstTop,
          0,
          addTag(context.tag, 'P'),
          context.geometry,
          context.measure,
        );
  const pictured = logo === null ? [] : [logoStrip(logo, front.author, context)];
  const heading = addTag(context.tag, 'H1');
  const dated = addTag(context.tag, 'P');
  const strips = lines.map((line, index): Strip => {
    const last = index === lines.length - 1;
    const y = baseline(style);
    const items: Item[] = [
      ...(index === 0 && pictured.length === 0 ? classified : []),
      ...lineItems(line, y, { x: 0, width: textWidth, tag: heading, measure: context.measure }, new Map()),
    ];
    if (last) {
      const height = style.leading + BELOW_TITLE + RULE.level;
      const { face, size } = date;
      items.push({
        kind: 'text',
        x: textWidth - dateWidth,
        y,
        text: front.date.text,
        font: { face, size },
        ink: 'ink2',
        tag: dated,
      });
      items.push(ruleItem(0, textWidth, height - RULE.level / 2, RULE.level, 'accent'));
      return { height: height + BELOW_RULE, space: 0, items, keep: true };
    }
    return { height: style.leading, space: 0, items, keep: true };
  });
  const [picture] = pictured;
  const all = picture ? [{ ...picture, items: [...classified, ...picture.items] }, ...strips] : strips;
  return withFirst(all, {
    heading: { title: front.title, section: '', level: 0 },
    startsPage: 'always',
    running: { title: wordsOf(front.sections[0]?.title ?? []) },
  });
}

/** A logo in its own proportions, no larger than a line of the title is high and a few words are wide. */
function logoStrip(logo: Picture, author: string | undefined, context: Context): Strip {
  const scale = Math.min(LOGO.width / logo.width, LOGO.height / logo.height, 1);
  const [width, height] = [logo.width * scale, logo.height * scale];
  const tag = addTag(context.tag, 'Figure', { alternative: logoWords(author) });
  const item: Item = { kind: 'picture', x: 0, y: 0, width, height, picture: logo, tag };
  return { height: height + LOGO.below, space: 0, items: [item], keep: true };
}

/** The first section stands under the rule of the title: it has none of its own. */
function underTitle(section: Section, context: Context): readonly Strip[] {
  const [first, ...rest] = layoutSection(section, context);
  if (first === undefined) return [];
  const items = first.items.filter((item) => !(item.kind === 'shape' && item.mark.kind === 'rule' && item.y < 1));
  const { running: _, startsPage: __, ...unheaded } = first;
  return [{ ...unheaded, space: 0, items }, ...rest];
}
