import { counted } from '../../check/formats/text';
import type { AppReport } from '../../delivery/run-settings';
import { toldPath } from './told-path';

/** The most files that are named. */
const NAMED = 10;

/** What a program did to its output folders, a line each, and the first of the files that it wrote. */
export function summaryText(reports: readonly AppReport[], cwd: string): string {
  const written = reports.filter(({ isPrinted = false }) => !isPrinted);
  return written.map(({ outdir, changes }) => lineOf(toldPath(outdir, cwd), changes)).join('');
}

function lineOf(folder: string, { written, unchanged, removed }: AppReport['changes']): string {
  const counts = [
    `${counted(written.length, 'file')} written`,
    ...(removed.length > 0 ? [`${removed.length} removed`] : []),
    ...(unchanged.length > 0 ? [`${unchanged.length} as before`] : []),
  ];
  const more = written.length > NAMED ? ', …' : '';
  const names = written.length === 0 ? '' : ` (${written.slice(0, NAMED).join(', ')}${more})`;
  return `${folder}: ${counts.join(', ')}${names}\n`;
}
