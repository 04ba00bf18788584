import { unfinishedIn } from '../../yaml/survey';

/** Why an object, or what should be one, is not judged. */
export type LeftOutReason = 'template' | 'placeholder' | 'patch' | 'partial' | 'team' | 'noObject';

/** What each reason is called, of one and of many. */
export const LEFT_OUT: Readonly<Record<LeftOutReason, readonly [one: string, many: string]>> = {
  template: ['template that is yet to be filled in', 'templates that are yet to be filled in'],
  placeholder: [
    'object with placeholders such as ${NAME} or <name>',
    'objects with placeholders such as ${NAME} or <name>',
  ],
  patch: ['patch of kustomize', 'patches of kustomize'],
  partial: ['object that does not say its apiVersion or kind', 'objects that do not say their apiVersion or kind'],
  team: [
    'file of a team, which is judged where its program reads it by Team.fromFile',
    'files of teams, which are judged where their programs read them by Team.fromFile',
  ],
  noObject: ['document that is no Kubernetes object', 'documents that are no Kubernetes objects'],
};

/** Kinds whose texts name variables that programs of theirs fill in, and how these look. */
const OWN_VARIABLES: Readonly<Record<string, readonly LeftOutReason[]>> = {
  OpenTelemetryCollector: ['placeholder'],
  Deployment: ['placeholder'],
  ApplicationSet: ['placeholder', 'template'],
};

/** An object of Kubernetes. Everything else of it may be malformed. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly [field: string]: unknown;
}

/** Whether a value says what it is. */
export function isManifest(value: unknown): value is Manifest {
  if (typeof value !== 'object' || value === null) return false;
  const { apiVersion, kind } = value as Partial<Manifest>;
  return typeof apiVersion === 'string' && typeof kind === 'string';
}

/** Whether an object holds others whose parameters `oc process` fills in. */
export function isOpenShiftTemplate({ apiVersion, kind }: Manifest): boolean {
  return kind === 'Template' && (apiVersion === 'v1' || apiVersion.startsWith('template.openshift.io/'));
}

/** Why something is no manifest of its own: what kustomize lays over others, and what is no object at all. */
export function partialReason(value: unknown, isPatch: boolean): LeftOutReason | undefined {
  if (isManifest(value)) return isPatch || Object.hasOwn(value, '$patch') ? 'patch' : undefined;
  if (isPatch || isJsonPatch(value)) return 'patch';
  if (isPartial(value)) return 'partial';
  return isOfTeam(value) ? 'team' : 'noObject';
}

/** What of a manifest is yet to be filled in before it can be judged. */
export function unfinishedReason(manifest: Manifest): LeftOutReason | undefined {
  const found = unfinishedIn(manifest);
  const own = Object.hasOwn(OWN_VARIABLES, manifest.kind) ? OWN_VARIABLES[manifest.kind] : undefined;
  return found && own?.includes(found) ? undefined : found;
}

/** The operations of a JSON patch. */
function isJsonPatch(value: unknown): boolean {
  return (
    Array.isArray(value) && value.length > 0 && value.every((each) => isObject(each) && 'op' in each && 'path' in each)
  );
}

/** Some fields of an object: kustomize may know its kind from elsewhere, or somebody forgot it. */
function isPartial(value: unknown): boolean {
  return isObject(value) && 'metadata' in value && ('spec' in value || 'apiVersion' in value || 'kind' in value);
}

/** Topics and users, as a team writes them for a program. */
function isOfTeam(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { topics, users } = value as { readonly topics?: unknown; readonly users?: unknown };
  const isAlone = Object.keys(value).every((key) => ['$schema', 'topics', 'users'].includes(key));
  return isAlone && (Array.isArray(topics) || Array.isArray(users));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
