/**
 * Text for a log that is read for commands → the same, with none in it. GitHub Actions obeys lines that begin with `::`
 * and `##[` anywhere, Azure Pipelines `##vso[`; what journals say reaches the log, and must not command the job.
 */

/** Whether the log of this environment is read for commands. */
export function obeysItsLog({ GITHUB_ACTIONS, TF_BUILD }: Readonly<Record<string, string | undefined>>): boolean {
  return GITHUB_ACTIONS === 'true' || (TF_BUILD ?? '').toLowerCase() === 'true';
}

/** The text with a space in each beginning of a command. */
export function withoutCommands(text: string): string {
  return text.replace(/^([^\S\r\n\u2028\u2029]*):(?=:)/gm, '$1: ').replace(/##(?=\[|vso\[)/gi, '# #');
}
