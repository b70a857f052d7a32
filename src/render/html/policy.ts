/** A page's style sheet and script → the policy that lets these two run, and nothing else: no request, no frame, no form. */
import { createHash } from 'node:crypto';

/** The content of the page's `Content-Security-Policy`. Hashes are of the text between the tags, byte for byte. */
export function securityPolicy(style: string, script: string): string {
  return [
    `default-src 'none'`,
    `style-src ${hashOf(style)}`,
    `script-src ${hashOf(script)}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
}
