import type { IConstruct } from 'constructs';
import type * as topology from '../constructs/topology';
import type { Finding } from '../rules/finding';

/** What the constructs of the library, and the rules, say of the topology that is in the tree. */
export function topologyFindings(root: IConstruct): Finding[] {
  // Loaded here: an app of other constructs pays for no rules.
  const { findingsOf } = require('../constructs/topology') as typeof topology;
  return findingsOf(root);
}
