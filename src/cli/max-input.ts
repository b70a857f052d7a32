/** What `--max-input` is unless told otherwise, in bytes: a little less than the runtime can hold as one text. */
export const MAX_INPUT = 512_000_000;
