import type { Option } from '../arguments';

/** What every command takes that asks a Kubernetes cluster. */
export const CONTEXT: Option = {
  name: 'context',
  value: 'CONTEXT',
  about: 'The context of the kubeconfig to use; the current one if it is not said.',
};
