import type { ArgoCd } from './argo-cd';
import type { Flux } from './flux';

/** Who brings the manifests of an app from Git to their clusters. */
export type GitOps = ArgoCd | Flux;
