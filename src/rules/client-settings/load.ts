/* eslint-disable @typescript-eslint/no-require-imports -- a run without settings of clients does without the tables of them */
import type * as Tables from './client-tables';

/** The settings of clients, workers and connectors that Kafka has, by version; loaded when they are first asked for. */
export function clientSettings(): typeof Tables {
  return require('./client-tables') as typeof Tables;
}
