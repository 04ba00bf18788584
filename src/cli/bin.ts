#!/usr/bin/env node
import * as nodeModule from 'node:module';
import { setTimeout } from 'node:timers/promises';
import type { Io } from './io';
import { main } from './main';

// From 22.8 on Node keeps what it has compiled for the next start, unless NODE_DISABLE_COMPILE_CACHE is set.
const { enableCompileCache } = nodeModule as { readonly enableCompileCache?: () => unknown };
enableCompileCache?.();

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
  shell: async (command, env, stdout) => {
    const { spawn } = await import('node:child_process');
    const streams = ['inherit', stdout === process.stderr ? 2 : 'inherit', 'inherit'] as const;
    const child = spawn(command, { shell: true, env: { ...env }, stdio: [...streams] });
    return new Promise((resolve, reject) => {
      child.once('error', reject).once('exit', resolve);
    });
  },
  onInterrupt: (act) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, act);
  },
  sleep: (time) => setTimeout(time),
};

// Whoever reads may have seen enough, as `head` has.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

void main(process.argv.slice(2), io).then((code) => {
  process.exitCode = code;
});
