/** Help and version are asked for before anything else is loaded: reading the command line takes longer than either. */

/** What is asked for, whatever else the arguments say; null where it is neither. */
export function earlyRequest(args: readonly string[]): 'help' | 'version' | null {
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  if (options.some((arg) => arg === '--help' || arg === '-h')) return 'help';
  return options.some((arg) => arg === '--version' || arg === '-V') ? 'version' : null;
}
