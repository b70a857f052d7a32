/** What the file beside journals is called that tells what people know: it is never a journal itself. */
export const SIDECAR_NAMES = ['chaos-report.yaml', 'chaos-report.yml'];

/** Whether a file is called so. */
export function isSidecarName(name: string): boolean {
  return SIDECAR_NAMES.includes(name);
}
