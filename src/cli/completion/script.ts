/**
 * The table of options → what makes a shell complete the command. The script has all it needs, so that no key waits for
 * a program to start; it is written anew with each version.
 */
import { isPath } from '../config/settable.js';
import { OPTIONS, type Option } from '../options.js';

/** The shells that scripts are made for. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;

const ALL: readonly Option[] = OPTIONS;

/** The script; null for another shell. */
export function completionScript(shell: string): string | null {
  switch (shell) {
    case 'bash':
      return bash();
    case 'zsh':
      return zsh();
    case 'fish':
      return fish();
    default:
      return null;
  }
}

/** The first sentence of help, without what shells read as their own. */
function words({ help }: Option): string {
  const [sentence = ''] = help.join(' ').split(/(?<=[^.])\.(?:\s|$)/);
  return sentence.replace(/['"`$\\[\]():]/g, '').replace(/\s+/g, ' ');
}

function flags({ name, short }: Option): string[] {
  return [`--${name}`, ...(short === undefined ? [] : [`-${short}`])];
}

function bash(): string {
  const paths = ALL.filter(isPath).flatMap(flags).join('|');
  const texts = ALL.filter((option) => option.value !== undefined && !isPath(option))
    .flatMap(flags)
    .join('|');
  return `# Completion of chaos-report for bash: source <(chaos-report completion bash)
_chaos_report() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]}
  COMPREPLY=()
  case $previous in
    ${paths}) mapfile -t COMPREPLY < <(compgen -f -- "$current"); return ;;
    ${texts}) return ;;
    completion) ((COMP_CWORD == 2)) && mapfile -t COMPREPLY < <(compgen -W '${SHELLS.join(' ')}' -- "$current"); return ;;
  esac
  if [[ $current == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W '${ALL.flatMap(flags).join(' ')}' -- "$current")
  else
    mapfile -t COMPREPLY < <(compgen -f -- "$current")
  fi
}
complete -o filenames -F _chaos_report chaos-report
`;
}

function zsh(): string {
  const lines = ALL.map((option) => {
    const { name, short, value, repeatable } = option;
    const said = `[${words(option)}]`;
    const action = value === undefined ? '' : `:${value}:${isPath(option) ? '_files' : ' '}`;
    const once = short === undefined ? '' : `(-${short} --${name})`;
    if (repeatable)
      return flags(option).map((flag) => `    '*${flag}${value === undefined ? '' : '='}${said}${action}'`);
    return flags(option).map(
      (flag) => `    '${once}${flag}${value !== undefined && flag.startsWith('--') ? '=' : ''}${said}${action}'`,
    );
  }).flat();
  return `#compdef chaos-report
# Completion of chaos-report for zsh: in a folder of $fpath as _chaos-report, or source <(chaos-report completion zsh)
_chaos_report() {
  _arguments -s \\
${lines.map((line) => `${line} \\`).join('\n')}
    '*:journal:_files'
}
if [ "$funcstack[1]" = _chaos-report ]; then
  _chaos_report "$@"
else
  compdef _chaos_report chaos-report
fi
`;
}

function fish(): string {
  const lines = ALL.map((option) => {
    const { name, short, value } = option;
    const letter = short === undefined ? '' : ` -s ${short}`;
    const argument = value === undefined ? '' : isPath(option) ? ' -r -F' : ' -x';
    return `complete -c chaos-report -l ${name}${letter}${argument} -d '${words(option)}'`;
  });
  return `# Completion of chaos-report for fish: chaos-report completion fish | source
${lines.join('\n')}
`;
}
