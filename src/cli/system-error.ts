/** What the operating system refused → a ReportError in the user's terms. */
import { ReportError, type ErrorCode } from '../errors.js';

/** Sentences by the system's code. Source of the codes: errno(3). */
const SENTENCES: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file or folder.',
  EACCES: 'Permission is denied.',
  EPERM: 'The operation is not permitted.',
  EISDIR: 'This is a folder, where a file was expected.',
  ENOTDIR: 'A part of the path is a file, where a folder was expected.',
  EEXIST: 'There is a file of this name, where a folder was expected.',
  ENOSPC: 'The disk is full.',
  EDQUOT: 'The disk quota is used up.',
  EROFS: 'The file system can only be read.',
  EMFILE: 'Too many files are open.',
  ENFILE: 'Too many files are open in the whole system.',
  EFBIG: 'The file is larger than the system allows.',
  EBADF: 'It is closed.',
  ENAMETOOLONG: 'The name is too long.',
  ELOOP: 'The links lead in a circle.',
  EPIPE: 'The reader closed the pipe.',
  EIO: 'The device reported an error.',
  EBUSY: 'The file is in use.',
};

/** An error while reading `file`. */
export function systemError(error: unknown, file: string): ReportError {
  return fromSystem(error, file, codeOf(error) === 'ENOENT' ? 'not-found' : 'unreadable');
}

/** An error while writing `file`. */
export function writeError(error: unknown, file: string): ReportError {
  return fromSystem(error, file, 'unwritable');
}

function fromSystem(error: unknown, file: string, code: ErrorCode): ReportError {
  const systemCode = codeOf(error);
  const known = systemCode === undefined ? undefined : SENTENCES[systemCode];
  return new ReportError(code, known ?? (error instanceof Error ? error.message : String(error)), {
    place: { file },
    cause: error,
  });
}

function codeOf(error: unknown): string | undefined {
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
