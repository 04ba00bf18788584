import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { startJava, stopJava, type JavaProcess } from './java';
import type { Rule } from './rules';
import type { Settings } from './settings';

/** What a cluster holds. */
export interface Look {
  readonly topics: Readonly<Record<string, { partitions: number; records: number; config: Settings }>>;
  /** By group, committed offsets by topic and partition, as `orders-0`. */
  readonly groups: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** What the harness is told to do. */
export type Order =
  | { readonly do: 'open'; readonly cluster: string; readonly config: Settings }
  | { readonly do: 'rule'; readonly cluster: string; readonly acls: readonly Rule[] }
  | {
      readonly do: 'create';
      readonly cluster: string;
      readonly topic: string;
      readonly partitions: number;
      readonly config: Settings;
    }
  | { readonly do: 'partitions'; readonly cluster: string; readonly topic: string; readonly partitions: number }
  | { readonly do: 'configure'; readonly cluster: string; readonly topic: string; readonly config: Settings }
  | { readonly do: 'look' | 'clear'; readonly cluster: string }
  | { readonly do: 'produce' | 'consume'; readonly config: Settings; readonly topic: string; readonly count: number }
  | { readonly do: 'work'; readonly config: Settings }
  | { readonly do: 'rest' | 'exit' };

/** What Kafka said to an order that it did not carry out. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** Kafka's clients and Connect worker in a Java process. */
export class Harness {
  private readonly opened = new Map<string, Settings>();
  private process: JavaProcess;
  private answers: AsyncIterator<string>;

  constructor(
    private readonly jars: string,
    private readonly folder: string,
  ) {
    [this.process, this.answers] = this.start();
  }

  /** Lets it act at a cluster as one that may do everything. */
  async open(cluster: string, config: Settings): Promise<void> {
    await this.tell({ do: 'open', cluster, config });
    this.opened.set(cluster, config);
  }

  /**
   * Has an order carried out.
   * @throws Refused with what Kafka said
   */
  async tell(order: Order): Promise<unknown> {
    this.process.stdin.write(`${JSON.stringify(order)}\n`);
    const answer = await this.answers.next();
    if (answer.done) throw new Error(`the harness ended on ${order.do}; its log is in ${this.folder}`);
    const { result, error } = JSON.parse(answer.value) as { result?: unknown; error?: string };
    if (error !== undefined) throw new Refused(error);
    return result;
  }

  async look(cluster: string): Promise<Look> {
    return (await this.tell({ do: 'look', cluster })) as Look;
  }

  /** Why the worker would have ended its process; null: it has not. */
  async exit(): Promise<string | null> {
    return (await this.tell({ do: 'exit' })) as string | null;
  }

  /** Ends the worker, in whatever state it is: one that does not end by itself ends with the process. */
  async rest(): Promise<void> {
    const abort = new AbortController();
    const ended = this.tell({ do: 'rest' }).then(
      () => true,
      () => false,
    );
    const late = sleep(15_000, false, { signal: abort.signal }).catch(() => false);
    const isWell = await Promise.race([ended, late]);
    abort.abort();
    if (isWell) return;
    await this.stop();
    [this.process, this.answers] = this.start();
    for (const [cluster, config] of this.opened) await this.open(cluster, config);
  }

  async stop(): Promise<void> {
    await stopJava(this.process);
  }

  private start(): [JavaProcess, AsyncIterator<string>] {
    const run = [join(__dirname, 'Harness.java')];
    const started = startJava({ jars: this.jars, run, log: join(this.folder, 'harness.log'), memory: 512 });
    return [started, createInterface({ input: started.stdout })[Symbol.asyncIterator]()];
  }
}
