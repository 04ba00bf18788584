import type { Manifest } from '../../dialects/common/codec';
import { list, map, text } from '../../model/guarded';
import { volumeBytes } from '../../model/quantity';
import type { ChangeEffect } from '../change';
import type { KeptRow } from '../kept';
import type { ForeignChanges } from './foreign-changes';

const REFUSED = 'The API server refuses it: a claim keeps it for its life.';

/** Claims of volumes that people describe themselves, such as those of traces. */
export const CLAIM: ForeignChanges = {
  added: { class: 'safe', message: 'A volume is claimed.' },
  removed: () => ({
    class: 'destroys-data',
    message: 'The claim is deleted, and what is in its volume, unless the class of the volume keeps it.',
    remedy: 'Copy what is still needed first.',
  }),
  rows: () => [
    {
      at: 'spec.resources.requests.storage',
      isAbout: (before, after) => !grows(before, after),
      class: 'manual-step',
      message: 'The API server refuses it: a volume does not shrink.',
    },
    {
      at: 'spec.resources',
      class: 'safe',
      message: 'The volume grows, where its class lets it.',
    },
    { at: 'spec.volumeAttributesClassName', class: 'safe', message: 'It is how fast the volume is.' },
    { at: 'spec', class: 'manual-step', message: REFUSED, remedy: 'Make a claim of another name, and copy the files.' },
  ],
};

function grows(before: unknown, after: unknown): boolean {
  const [was, is] = [before, after].map((size) => volumeBytes(String(size)));
  return was !== undefined && is !== undefined && is >= was;
}

/** What comes of other ways in to a collector. */
export const RECEIVERS: KeptRow = {
  at: 'spec.config.receivers',
  // Usual addresses are not among what is kept.
  isAbout: (before, after) => before !== undefined || /:\d+$/.test(String(after)),
  class: 'manual-step',
  message: 'The collector restarts. Programs that send traces may need another address, or are taken no more.',
  remedy: 'See who sends to it, and how.',
};

/** Collectors that are no Jaeger: they pass traces on. */
export const COLLECTOR: ForeignChanges = {
  added: { class: 'safe', message: 'A collector starts.' },
  removed: () => ({ class: 'restarts-pods', message: 'The collector is gone: what is sent to it is lost.' }),
  rows: () => [
    {
      at: 'spec.replicas',
      isAbout: (_, after) => after === 0,
      class: 'restarts-pods',
      message: 'The collector stops: what is sent to it is lost.',
    },
    { at: 'spec.replicas', class: 'safe', message: 'Pods are added or taken away.' },
    RECEIVERS,
    { at: 'spec.ingress.type', isAbout: isOpened, class: 'widens-access', message: 'It is reached from outside.' },
    { at: 'spec', class: 'restarts-pods', message: 'The collector restarts.' },
  ],
};

/** Whether the operator opens what it runs to the outside. */
export function isOpened(_before: unknown, after: unknown): boolean {
  return after === 'ingress' || after === 'route';
}

/** Objects by which an operator brings Secrets to another place. */
export const SECRET_TRANSPORT: ForeignChanges = {
  added: { class: 'safe', message: 'A Secret is brought to where it is read.' },
  removed: () => ({
    class: 'manual-step',
    message: 'The Secret is brought no more, and may be deleted where it was brought to.',
    remedy: 'See that nobody reads it, or bring it in another way.',
  }),
  rows: () => [
    { at: 'spec.refreshInterval', class: 'safe', message: 'It is how often the Secret is looked at.' },
    {
      at: 'spec',
      class: 'manual-step',
      message: 'Another Secret is brought, or to another place.',
      remedy: 'See that those who read it find it.',
    },
  ],
};

/** Groups whose kinds operators of Kafka and of tracing have. */
const OF_OPERATORS: Readonly<Record<string, ChangeEffect['class']>> = {
  'kafka.strimzi.io': 'destroys-data',
  'core.strimzi.io': 'destroys-data',
  'jaegertracing.io': 'may-lose-data',
  'opentelemetry.io': 'restarts-pods',
};

/** What comes of another definition of a kind that operators look at; absent: it is of others. */
export function definitionChanges(manifest: Manifest): ForeignChanges | undefined {
  const spec = map(manifest['spec']);
  const group = text(spec['group']) ?? '';
  const lost = Object.hasOwn(OF_OPERATORS, group) ? OF_OPERATORS[group] : undefined;
  if (lost === undefined) return undefined;
  const kind = text(map(spec['names'])['kind']) ?? 'of the kind';
  return {
    added: { class: 'safe', message: `There can be objects ${kind}.` },
    removed: () => ({
      class: lost,
      message: `Every ${kind} of the Kubernetes cluster is deleted with the definition, and what operators made of it.`,
      remedy: 'Keep the definition as long as there are such objects.',
    }),
    whole: (was, is) => {
      const gone = served(was).filter((version) => !served(is).includes(version));
      return gone.map((version) => ({
        class: 'manual-step',
        field: 'spec.versions',
        message: `The API server takes no ${kind} of version ${version} any more.`,
        remedy: 'Write manifests in a version that it takes, and have operators of before upgraded first.',
      }));
    },
    rows: () => [{ at: 'spec', class: 'safe', message: 'Objects may have other fields.' }],
  };
}

function served(definition: Manifest): readonly string[] {
  return list(map(definition['spec'])['versions']).flatMap((version) => {
    const { name, served: isServed } = map(version);
    return typeof name === 'string' && isServed === true ? [name] : [];
  });
}
