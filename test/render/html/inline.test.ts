import { describe, expect, it } from '@jest/globals';
import type { Inline } from '../../../src/document/types.js';
import { renderBlocks } from '../../../src/render/html/blocks.js';
import { escapeBreakable } from '../../../src/render/html/escape.js';
import { evidenceLink, inlines } from '../../../src/render/html/inline.js';
import { TOP } from './frame.js';
import { code, link, status, text } from './sample-parts.js';

const FRAME = { ...TOP, prefix: 'r1-' };
const html = (...content: readonly Inline[]): string => inlines(content, FRAME);

describe('inlines', () => {
  it('escapes once', () => {
    expect(html(text(`<b> & "q" 'a' &amp;`))).toBe('&lt;b&gt; &amp; &quot;q&quot; &#39;a&#39; &amp;amp;');
  });

  it('nests strong and emphasis, and breaks lines', () => {
    expect(html({ kind: 'strong', children: [{ kind: 'emphasis', children: [text('a')] }] }, { kind: 'break' })).toBe(
      '<strong><em>a</em></strong><br>',
    );
  });

  it('says of code that it stands apart or is out of tolerance', () => {
    expect(html(code('a'), { kind: 'code', text: 'b', apart: true, outOfTolerance: true })).toBe(
      '<code>a</code><code class="apart out">b</code>',
    );
  });

  it('puts the page’s prefix before ids', () => {
    expect(html(link('e1', 'one'))).toBe('<a href="#r1-e1">one</a>');
    expect(html(status('held'))).toContain('<use href="#r1-mark-held"/>');
  });

  it.each(['https://a.example/', 'HTTP://a.example', 'mailto:a@b.example'])('links to %s', (href) => {
    expect(html({ kind: 'link', to: { href }, children: [text('a')] })).toBe(`<a href="${href}">a</a>`);
  });

  it.each([
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,a',
    '//a.example',
    'file:///etc/passwd',
    'vbscript:a',
    'https:a',
  ])('keeps the words and drops the address %j', (href) => {
    expect(html({ kind: 'link', to: { href }, children: [text('a')] })).toBe('a');
  });

  it('tells a status by mark, word and tone; a bare one by word and tone', () => {
    expect(html(status('not-tested', 'not tested'))).toBe(
      '<span class="status caution"><svg class="mark" aria-hidden="true"><use href="#r1-mark-not-tested"/></svg>not tested</span>',
    );
    expect(html({ ...status('deviated'), bare: true })).toBe('<span class="status bad">deviated</span>');
  });

  it('writes times with at most three digits of a second for machines', () => {
    expect(html({ kind: 'time', instant: '2026-11-22T07:37:16.123456Z', text: 'then' })).toBe(
      '<time datetime="2026-11-22T07:37:16.123Z">then</time>',
    );
  });

  it('makes the words a link to the evidence, unless there is a link in them', () => {
    expect(evidenceLink([text('a')], 'x', FRAME)).toBe('<a href="#r1-x">a</a>');
    expect(evidenceLink([{ kind: 'strong', children: [link('y', 'a')] }], 'x', FRAME)).toBe(
      '<strong><a href="#r1-y">a</a></strong>',
    );
    expect(evidenceLink([], 'x', FRAME)).toBe('');
  });
});

describe('long tokens', () => {
  it('may break after the signs of paths and addresses', () => {
    expect(escapeBreakable('see https://api.example.com/v1/projects?all=1&b=2 there')).toBe(
      'see https://<wbr>api.<wbr>example.<wbr>com/v1/<wbr>projects?<wbr>all=1&amp;b=2 there',
    );
  });

  it('leaves words and short tokens alone', () => {
    expect(escapeBreakable('Terminate the reverse-proxy service should not prevent')).not.toContain('<wbr>');
  });

  it('may break in the name of a metric, whose heading is narrow', () => {
    expect(escapeBreakable('http_requests_total')).toBe('http_<wbr>requests_<wbr>total');
  });

  it('break earlier in labels, which are narrow', () => {
    expect(escapeBreakable('reverse_proxy_ip')).not.toContain('<wbr>');
    expect(escapeBreakable('reverse_proxy_ip', 'label')).toBe('reverse_<wbr>proxy_ip');
    expect(
      renderBlocks(
        [{ kind: 'facts', rows: [{ label: [text('reverse_proxy_ip')], value: [text('reverse_proxy_ip')] }] }],
        TOP,
      ),
    ).toContain('<dt>reverse_<wbr>proxy_ip</dt><dd>reverse_proxy_ip</dd>');
  });

  it('escapes what is between the breaks', () => {
    expect(escapeBreakable('/<script>/<script>/<script>/')).toBe(
      '/<wbr>&lt;script&gt;/<wbr>&lt;script&gt;/<wbr>&lt;script&gt;/',
    );
  });
});
