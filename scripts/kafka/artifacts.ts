import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run } from '../project';

/** Where artifacts are kept between runs. */
const CACHE = join(ROOT, 'temp', 'kafka', 'artifacts');
const COPY = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';

/** What this machine lacks, in words; absent: nothing. */
export function lacking(): string | undefined {
  const missing = ['java', 'mvn', 'openssl', 'keytool'].filter((command) => !isThere(command));
  if (missing.length > 0) return `there is no ${missing.join(', no ')}`;
  // Java compiles the harness as it starts it.
  return run('java', ['--list-modules']).stdout.includes('jdk.compiler') ? undefined : 'the Java is no JDK';
}

/**
 * The folder with the JARs of a version of Kafka, from the cache or from the Maven repository.
 * @returns absent where the repository lacks a part of it
 */
export function jarsOf(version: string): string | undefined {
  const folder = join(CACHE, version);
  if (!existsSync(folder)) {
    const aside = `${folder}.part`;
    rmSync(aside, { recursive: true, force: true });
    mkdirSync(CACHE, { recursive: true });
    const pom = join(__dirname, 'pom.xml');
    const { ok } = run('mvn', [
      '-q',
      '-B',
      '-f',
      pom,
      `-Dkafka.version=${version}`,
      COPY,
      `-DoutputDirectory=${aside}`,
    ]);
    if (!ok) return undefined;
    renameSync(aside, folder);
  }
  return folder;
}

function isThere(command: string): boolean {
  try {
    run(command, command === 'keytool' ? ['-help'] : [command === 'openssl' ? 'version' : '-version']);
    return true;
  } catch {
    return false;
  }
}
