/** What may be asked of the command. */
import type { Notation, SectionChoice } from '../document/settings.js';
import type { ReportError } from '../errors.js';
import type { SortOrder } from '../report/order.js';
import type { Filter } from '../report/filter.js';
import type { Gate } from '../report/gate.js';
import type { Instant } from '../report/types.js';
import type { OutputRequest } from './outputs-option.js';
import type { CommandSettings } from './render-options.js';
import type { VariableRequest } from './variable-files.js';
import type { VerifyCommand } from './verify/verify.js';

/** How much is said on the terminal. */
export type Loudness = 'quiet' | 'normal' | 'verbose';

/** Everything one run of the command needs to know. */
export interface Command {
  /** Files, folders and patterns as given; empty where none was. */
  readonly inputs: readonly string[];
  readonly outputs: readonly OutputRequest[];
  /** Null for the default title. */
  readonly title: string | null;
  /** Stands at the head of every page; null for none. */
  readonly classification: string | null;
  /** Stands at the foot of every page; null for none. */
  readonly footer: string | null;
  /** Who answers for the report; null where nobody is named. */
  readonly author: string | null;
  /** What the metadata say that it is about; null for its answer. */
  readonly subject: string | null;
  /** Null for the tags of the experiments. */
  readonly keywords: readonly string[] | null;
  readonly generated: Instant;
  /** The name of a time zone that the runtime knows. */
  readonly timeZone: string;
  readonly notation: Notation;
  readonly sections: ReadonlySet<SectionChoice>;
  readonly sort: SortOrder;
  readonly render: CommandSettings;
  /** The folder of the user's own templates. */
  readonly templates: string | null;
  /** A bundled theme or a file; null for the look. */
  readonly theme: string | null;
  /** `#RRGGBB`; null for the theme's own. */
  readonly accent: string | null;
  /** Fonts for what the bundled ones lack: TTF or OTF. */
  readonly fonts: readonly string[];
  /** A PNG or a JPEG; null for none. */
  readonly logo: string | null;
  /** Null where the report is about all journals. */
  readonly filter: { readonly conditions: Filter; readonly words: string } | null;
  readonly runs: 'all' | 'latest';
  /** The JSON of an earlier report; null for none. */
  readonly baseline: string | null;
  readonly variables: VariableRequest;
  /** Sidecars; empty where they are looked for beside the journals. */
  readonly meta: readonly string[];
  /** Files with rules of masking. */
  readonly redact: readonly string[];
  /** Nothing is masked. */
  readonly unmasked: boolean;
  /** The folder of files that activities wrote. */
  readonly evidence: string | null;
  /** What trips exit code 3. */
  readonly gate: Gate;
  /** The summary, annotations and outputs of a step of GitHub Actions. */
  readonly githubSummary: boolean;
  /** Bytes of one input, unpacked. */
  readonly maxInput: number;
  /** One of the choices of `--ci`. */
  readonly ci: string;
  readonly strict: boolean;
  readonly loudness: Loudness;
}

/** What is asked for. */
export type Request =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'report'; readonly command: Command }
  | { readonly kind: 'verify'; readonly command: VerifyCommand }
  | { readonly kind: 'wrong'; readonly problems: readonly ReportError[] };
