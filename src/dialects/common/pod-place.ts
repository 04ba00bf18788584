/** Where the template of pods stands in an object of a kind; absent: the object is the pod. */
const PLACES: Readonly<Record<string, readonly string[] | undefined>> = {
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
  Pod: undefined,
};
const USUAL: readonly string[] = ['spec', 'template'];

/**
 * Where the template of pods stands in an object: Deployments, Jobs and the like have it at one place, and so do resources
 * that are made after them, such as Services of Knative. Empty: the object itself is the pod.
 */
export function templatePlace(kind: string): readonly string[] {
  return Object.hasOwn(PLACES, kind) ? (PLACES[kind] ?? []) : USUAL;
}
