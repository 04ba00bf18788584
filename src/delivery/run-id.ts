import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { threadId } from 'worker_threads';

const ID = /^(\d+)-(\d*)-\d+\.\d+-(.+)$/;
const HOST = hostname().replace(/[^\w.-]/g, '_');
let count = 0;

/**
 * Names a run among all runs on all machines that share a folder: process, when that began, which of its runs it is, and
 * host. It is part of the names of what a run puts beside its output, so that others can tell whether the run is over.
 */
export function newRunId(): string {
  const start = statusOf(process.pid)?.start ?? '';
  return `${process.pid}-${start}-${threadId}.${++count}-${HOST}`;
}

/** Whether the process of a run is known to be no more. Of a process on another host nothing is known. */
export function isOver(id: string): boolean {
  const [, pid, start, host] = ID.exec(id) ?? [];
  if (host !== HOST) return false;
  if (!isRunning(Number(pid))) return true;
  const status = statusOf(Number(pid));
  return status !== undefined && (status.isDefunct || (start !== '' && status.start !== start));
}

/** A run as errors name it. */
export function runName(id: string): string {
  const [, pid, , host] = ID.exec(id) ?? [];
  return pid === undefined ? id : `process ${pid} on ${host}`;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else's runs although it may not be sent a signal.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * When a process began, in ticks since the machine did, and whether it has ended and only its parent does not know yet;
 * undefined where the system does not tell. A process may have the number of one that is no more.
 */
function statusOf(pid: number): { readonly start: string; readonly isDefunct: boolean } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program is in brackets, and may hold anything.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { start: fields[19] ?? '', isDefunct: fields[0] === 'Z' || fields[0] === 'X' };
  } catch {
    return undefined;
  }
}
