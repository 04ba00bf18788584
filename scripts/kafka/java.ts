import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { createWriteStream, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What a Java process is started with. */
export interface JavaProgram {
  /** The folder with its JARs. */
  readonly jars: string;
  /** A main class, or a source file, and its arguments. */
  readonly run: readonly string[];
  /** The file that it logs to. */
  readonly log: string;
  /** Megabytes of its heap. */
  readonly memory: number;
}

/** A Java process that is told something and answers. */
export type JavaProcess = ChildProcessWithoutNullStreams;

/** Levels of the loggers that are looked at; all others say what goes wrong. */
const LEVELS = { 'kafka.authorizer.logger': 'info' };

const running = new Set<JavaProcess>();

/** Starts a Java process, which ends with this one. */
export function startJava({ jars, run, log, memory }: JavaProgram): JavaProcess {
  const levels = Object.entries(LEVELS).map(([logger, level]) => `-Dorg.slf4j.simpleLogger.log.${logger}=${level}`);
  const args = [
    `-Xmx${memory}m`,
    // Short lives: what is compiled best pays off too late, and two cores have no use for several collectors.
    '-XX:+UseSerialGC',
    '-XX:TieredStopAtLevel=1',
    // Workers of Kafka 2 reach into classes that newer Javas close.
    '--add-opens=java.base/java.lang=ALL-UNNAMED',
    '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn',
    `-Dorg.slf4j.simpleLogger.logFile=${log}`,
    ...levels,
    // ZooKeeper would have a port besides that somebody else may have.
    '-Dzookeeper.admin.enableServer=false',
    '-cp',
    withOneLogger(jars),
    ...run,
  ];
  const child = spawn('java', args);
  child.stderr.pipe(createWriteStream(`${log}.err`));
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** Ends a process, and returns when it has ended. */
export async function stopJava(child: JavaProcess): Promise<void> {
  if (!running.has(child)) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

/** Ends all processes that run yet. */
export function stopAll(): void {
  for (const child of running) child.kill('SIGKILL');
}

/** The class path of JARs without the loggers that some versions of Kafka bring: of two, chance chooses. */
function withOneLogger(folder: string): string {
  const jars = readdirSync(folder).filter((jar) => !/^(slf4j-(reload4j|log4j12)|log4j-slf4j)/.test(jar));
  return jars.map((jar) => join(folder, jar)).join(delimiter);
}
