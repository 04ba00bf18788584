import type { ApiObject } from 'cdk8s';
import { CLUSTER_LABEL } from '../dialects/common/cluster-label';
import { fieldText } from '../model/field';
import { map, text } from '../model/guarded';
import type { Fault } from './faults';

/** The label that names the cluster is written over whatever was given, in props or to cdk8s later on. */
export function clusterLabelFault({ metadata }: ApiObject, manifest: unknown): Fault | undefined {
  const given: unknown = metadata.getLabel(CLUSTER_LABEL);
  if (typeof given !== 'string') return undefined;
  // A patch can leave anything.
  const allowed = text(map(map(map(manifest)['metadata'])['labels'])[CLUSTER_LABEL]);
  if (allowed === undefined || given === allowed) return undefined;
  return {
    rule: 'cluster-label',
    field: fieldText(['metadata', 'labels', CLUSTER_LABEL]),
    given,
    allowed,
    message: `The label ${CLUSTER_LABEL} names the cluster that it is of, and is written over with that name.`,
    remedy: 'Leave the label out, or make it at the cluster that the label names.',
  };
}
