import type { SiteTopology } from '../model/topology';
import type { Finding } from './finding';

/** Tells a fault. The rule's id and remedy are added; `severity` is an error where it is not said. */
export type Report = (fault: Omit<Finding, 'rule' | 'severity'> & Partial<Pick<Finding, 'severity'>>) => void;

/** Something that an operator, or Kafka, asks of a topology beyond the schemas. */
export interface Rule {
  /** Kebab case; the file's name. */
  readonly id: string;
  /** What it asks, in one sentence. */
  readonly summary: string;
  /** What to do where it is broken, in one sentence. */
  readonly remedy: string;
  /** Where the rule comes from. */
  readonly source: string;
  readonly check: (site: SiteTopology, report: Report) => void;
}
