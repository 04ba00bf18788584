#!/usr/bin/env node
import { setTimeout } from 'node:timers/promises';
import type { Io } from './io';
import { main } from './main';

const io: Io = {
  cwd: process.cwd(),
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  stdin: async () => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
    return Buffer.concat(chunks);
  },
  now: () => performance.now(),
  sleep: (time) => setTimeout(time),
};

// Whoever reads may have seen enough, as `head` has.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

void main(process.argv.slice(2), io).then((code) => {
  process.exitCode = code;
});
