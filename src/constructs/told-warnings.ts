import type { IConstruct } from 'constructs';
import { formatFindings, type Finding } from '../check/finding';

const TOLD = new WeakMap<IConstruct, Set<string>>();

/** Tells warnings on standard error, each once an app: cdk8s asks again for each chart that it writes. */
export function tellWarnings(root: IConstruct, findings: readonly Finding[]): void {
  const told = TOLD.get(root) ?? new Set<string>();
  TOLD.set(root, told);
  const fresh = findings.filter((finding) => told.size !== told.add(formatFindings([finding])).size);
  if (fresh.length > 0) process.stderr.write(`${formatFindings(fresh)}\n`);
}
