import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './broker';
import type { Harness } from './harness';
import type { Settings } from './settings';

/** A connector, or one of its tasks, as the worker's REST interface tells of it. */
interface Status {
  readonly state: string;
  readonly trace?: string;
}

/** How the connectors of a worker are. */
export interface Health {
  /** Whether each connector runs, with a task at least and all tasks. */
  readonly runs: boolean;
  /** Why those that have failed did, in a line each. */
  readonly failures: readonly string[];
}

/** A Connect worker that is given its connectors as the operator gives them: by its REST interface. */
export class Worker {
  private url = '';

  constructor(private readonly harness: Harness) {}

  /** Starts it. @returns whether it got as far as to take connectors */
  async start(settings: Settings, connectors: ReadonlyMap<string, Settings>, until: number): Promise<boolean> {
    const port = await freePort();
    this.url = `http://127.0.0.1:${port}`;
    await this.harness.tell({ do: 'work', config: { ...settings, listeners: this.url } });
    for (const [name, connector] of connectors) {
      while (!(await this.put(name, connector))) {
        if (Date.now() > until || (await this.harness.exit()) !== null) return false;
        await sleep(250);
      }
    }
    return true;
  }

  async health(connectors: Iterable<string>): Promise<Health> {
    const failures: string[] = [];
    let runs = true;
    for (const name of connectors) {
      const found = await this.ask(`/connectors/${encodeURIComponent(name)}/status`);
      if (!found?.ok) return { runs: false, failures };
      const { connector, tasks } = (await found.json()) as { connector: Status; tasks: Status[] };
      for (const { state, trace } of [connector, ...tasks]) {
        if (state !== 'RUNNING') runs = false;
        if (state === 'FAILED') failures.push(reasonIn(trace ?? ''));
      }
      if (tasks.length === 0) runs = false;
    }
    return { runs, failures };
  }

  private async put(name: string, connector: Settings): Promise<boolean> {
    const answer = await this.ask(`/connectors/${encodeURIComponent(name)}/config`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(connector),
    });
    if (answer?.status === 400) throw new Error(`connector ${name}: ${await answer.text()}`);
    return answer?.ok ?? false;
  }

  /** Absent: nobody answers yet, or not in time. */
  private async ask(path: string, init: RequestInit = {}): Promise<Response | undefined> {
    try {
      return await fetch(`${this.url}${path}`, { ...init, signal: AbortSignal.timeout(5_000) });
    } catch {
      return undefined;
    }
  }
}

/** The innermost cause in a trace. */
function reasonIn(trace: string): string {
  const causes = trace.split('\n').filter((line) => /^(Caused by: )?[\w.$]+(Exception|Error)\b/.test(line));
  return (causes.at(-1) ?? '').replace(/^Caused by: /, '').replace(/^[\w.]+\./, '');
}
