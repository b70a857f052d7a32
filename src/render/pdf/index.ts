/** The PDF format. */
import type { Renderer } from '../types.js';
import { openRendering } from './rendering.js';

/** Pages to print, mail and archive: tagged, PDF/UA-1 and PDF/A-3a. */
export const pdf: Renderer = { format: 'pdf', open: openRendering };
