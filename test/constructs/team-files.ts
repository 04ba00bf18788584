import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StrimziRelease, Team, type Policy, type Site } from '../../src';
import { newCluster, newSite } from './harness';

export const V1_2 = { release: StrimziRelease.V1_2 };

let folder: string;

/** Gives each test of a file a folder for files of teams, which is gone afterwards. */
export function useFolder(): void {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'teams-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
}

/** The folder of the test that runs. */
export function theFolder(): string {
  return folder;
}

/** Writes a file to the folder, and gives its path. */
export function fileOf(text: string, name = 'shop.yaml'): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

/** The site of a team with the file. */
export function siteOf(text: string, policies: readonly Policy[] = [], name?: string): Site {
  const site = newSite(V1_2);
  Team.fromFile(newCluster(site), 'shop', { path: fileOf(text, name), policies });
  return site;
}
