/** A path as the system has it → one spelling on every system, so that reports are the same. */
export function slashes(path: string, platform: NodeJS.Platform = process.platform): string {
  return platform === 'win32' ? path.replaceAll('\\', '/') : path;
}
