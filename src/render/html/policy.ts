/** A page's style sheet and script → the policy that lets these two run, and the logo be shown, and nothing else: no request, no frame, no form. */
import { createHash } from 'node:crypto';
import type { Asset } from './assets.js';

/** The content of the page's `Content-Security-Policy`. Hashes are of the text between the tags, byte for byte. */
export function securityPolicy(style: Asset, script: Asset, logo: string | null): string {
  return [
    `default-src 'none'`,
    `style-src ${sourceOf(style)}`,
    `script-src ${sourceOf(script)}`,
    ...(logo === null ? [] : [`img-src ${logo.startsWith('data:') ? 'data:' : "'self'"}`]),
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
}

/** A file beside the page is known by where it is: from `file://` no browser would find it by its hash. */
function sourceOf(asset: Asset): string {
  return 'address' in asset ? `'self'` : `'sha256-${createHash('sha256').update(asset.text, 'utf8').digest('base64')}'`;
}
