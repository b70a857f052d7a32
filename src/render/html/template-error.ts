/** What goes wrong in somebody's own template → an error that names its file and line. */
import { ReportError } from '../../errors.js';

/** A text that is no template, from what Handlebars says of it. */
export function wrongTemplate(file: string, error: unknown): ReportError {
  const message = error instanceof Error ? error.message : String(error);
  const unknownHelper = /unknown helper (\S+) - (\d+):/.exec(message);
  if (unknownHelper) {
    return templateError(
      file,
      Number(unknownHelper[2]),
      `There is no helper ${unknownHelper[1] ?? ''}.`,
      'Templates can call blocks, chapters, inlines, link and text; see docs/templates.md.',
    );
  }
  const line = /on line (\d+)/.exec(message)?.[1] ?? / - (\d+):\d+$/.exec(message)?.[1];
  const [, ...rest] = message.split('\n');
  const detail = (rest.length > 0 ? rest : [message]).join(' ').replace(/\s+/g, ' ').trim();
  return templateError(file, line === undefined ? undefined : Number(line), `This is not a template: ${detail}`);
}

/** Calls a helper; what it throws because of what it was given is told with the place of the call. */
export function inTemplate(file: string, options: object, helper: string, render: () => string): string {
  try {
    return render();
  } catch (error) {
    if (error instanceof ReportError) throw error;
    const { loc } = options as { readonly loc?: { readonly start: { readonly line: number } } };
    throw templateError(
      file,
      loc?.start.line,
      `{{${helper}}} was given something that it cannot show.`,
      'blocks and inlines take lists of the document, link an id, text a string; see docs/templates.md.',
    );
  }
}

/** A template that compiles, and does not say what it has to. */
export function templateError(file: string, line: number | undefined, message: string, hint?: string): ReportError {
  return new ReportError('template', message, {
    place: { file, ...(line === undefined ? {} : { line }) },
    ...(hint === undefined ? {} : { hint }),
  });
}
