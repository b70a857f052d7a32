/**
 * A task of Azure Pipelines: the report as a page of the build, its findings as issues of it. Source of the form and of
 * what must be escaped: learn.microsoft.com "Logging commands", `taskcommand.ts` of azure-pipelines-task-lib.
 */
import { join } from 'node:path';
import { annotations } from '../../document/annotations.js';
import { visibleLine } from '../../document/words/visible.js';
import { formatNamed } from '../../render/index.js';
import type { Environment } from './context.js';
import type { View } from './view.js';

/** As many as are read before a build is left. */
const ISSUES = 10;

/** Null where the agent gives no folder for the page: there is none outside of a job. */
export function azureView({ AGENT_TEMPDIRECTORY: folder = '' }: Environment): View | null {
  const format = formatNamed('markdown');
  if (folder === '' || !format) return null;
  const file = join(folder, 'chaos-report.md');
  return {
    outputs: [{ file, format, settings: { profile: 'step-summary' } }],
    finish({ head, notation, files }, log) {
      if (files.includes(file)) log.command(`##vso[task.uploadsummary]${escaped(file)}\n`);
      for (const { level, title, message } of annotations(head, notation, ISSUES)) {
        if (level !== 'notice') log.command(`##vso[task.logissue type=${level}]${escaped(`${title}. ${message}`)}\n`);
      }
      return Promise.resolve([]);
    },
  };
}

function escaped(text: string): string {
  return visibleLine(text).replaceAll('%', '%AZP25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
