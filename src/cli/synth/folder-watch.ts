import { readdirSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** How long no further change may come before a change is told, in milliseconds: editors write a file in several steps. */
const QUIET = 100;

/**
 * Tells when something changes in a folder or below, but for an output folder, packages and what is hidden.
 *
 * Each folder is watched by itself: the system's way to watch all below one would take in `node_modules`.
 */
export class FolderWatch {
  private readonly watchers = new Map<string, FSWatcher>();
  /** What changed and was not told yet. */
  private readonly changes = new Set<string>();
  /** What changed during the last turn. */
  private lastOwn: ReadonlySet<string> = new Set();
  private tell: (() => void) | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly root: string,
    private readonly output: string,
  ) {}

  /** Forgets all changes so far, and watches folders that are new. */
  look(): void {
    this.changes.clear();
    const open = [this.root];
    for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
      this.watch(folder);
      for (const entry of readdirSync(folder, { withFileTypes: true })) {
        if (entry.isDirectory() && !this.isIgnored(folder, entry.name)) open.push(join(folder, entry.name));
      }
    }
  }

  /** Ends what was begun after the last look. What changed during the turn before too is written by the program itself. */
  async endTurn(): Promise<void> {
    await pause(QUIET); // The system tells late.
    const own = new Set(this.changes);
    for (const file of this.lastOwn) this.changes.delete(file);
    this.lastOwn = own;
  }

  /** Waits for a change, or tells one that has come since the last look. */
  changed(): Promise<'changed'> {
    return new Promise((resolve) => {
      this.tell = () => resolve('changed');
      if (this.changes.size > 0) this.tellSoon();
    });
  }

  close(): void {
    clearTimeout(this.timer);
    for (const watcher of this.watchers.values()) watcher.close();
  }

  private watch(folder: string): void {
    if (this.watchers.has(folder)) return;
    const watcher = watch(folder, (_, name) => {
      if (name !== null && this.isIgnored(folder, name)) return;
      this.changes.add(join(folder, name ?? ''));
      if (this.tell) this.tellSoon();
    });
    watcher.on('error', () => this.forget(folder));
    this.watchers.set(folder, watcher);
  }

  /** A folder that is no more. */
  private forget(folder: string): void {
    this.watchers.get(folder)?.close();
    this.watchers.delete(folder);
  }

  private tellSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.tell?.();
      this.tell = undefined;
    }, QUIET);
  }

  private isIgnored(folder: string, name: string): boolean {
    return name.startsWith('.') || name === 'node_modules' || join(folder, name) === this.output;
  }
}
