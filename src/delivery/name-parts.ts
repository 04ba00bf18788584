/** What a file name cannot have on every system, or what hides a file. */
const UNFIT = /^\.|[^0-9A-Za-z._-]/g;
/** The most characters of a site's name or a folder's. */
const LABEL = 63;
/** The most characters of a file's name; systems take 255 bytes. */
const FILE = 253;

/** A name as it is asked for, and as file systems take it. */
export interface NamePart {
  readonly whole: string;
  readonly cut: string;
}

/** The name of a folder, or of a file with all of a chart, after a construct path. */
export function labelOf(path: string): NamePart {
  const whole = fit(path.split('/').join('-'));
  return { whole, cut: whole.slice(0, LABEL) };
}

/** The name of a file with its extension. */
export function fileNameOf(name: string, extension: string): NamePart {
  const whole = fit(name);
  return { whole: whole + extension, cut: whole.slice(0, FILE - extension.length) + extension };
}

function fit(text: string): string {
  return text.replace(UNFIT, '-');
}
