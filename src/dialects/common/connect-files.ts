import type { ConnectRecord, ConnectVolume } from '../../model/connect';
import type { EnvVar } from '../../model/env';
import type { HostedRecord } from '../../model/pods';
import type { Part } from '../../model/resource';
import { CONNECT_OBJECTS, writeObjects } from './made-objects';
import { POD_TEMPLATE, TEMPLATE_SHAPE, writeTemplate } from './pod-template';
import { POD_SHAPES, readEnv, writeEnv, type WireEnv } from './pods';
import { defined, present } from './codec';
import type { Fitting, Shape } from './shape';

/** A volume of a Secret or a ConfigMap. */
const VOLUME = { name: 'text', secret: { secretName: 'text' }, configMap: { name: 'text' } } as const satisfies Shape;
/** What readers take the parts of a KafkaConnect for that are about variables and files. */
export const FILES_SHAPE = {
  template: {
    ...TEMPLATE_SHAPE,
    ...CONNECT_OBJECTS,
    pod: { ...POD_TEMPLATE, volumes: [VOLUME] },
    connectContainer: { env: POD_SHAPES.env, volumeMounts: [{ name: 'text', mountPath: 'text' }] },
  },
  externalConfiguration: {
    env: [{ name: 'text', valueFrom: { secretKeyRef: { name: 'text', key: 'text' } } }],
    volumes: [VOLUME],
  },
} as const satisfies Shape;

/** Variables and files as a KafkaConnect has them. */
type WireFiles = Fitting<typeof FILES_SHAPE>;
type WireVolume = Fitting<typeof VOLUME>;

/**
 * Where an API has what comes of Secrets and ConfigMaps: in a part of its own, or with all else that is said of pods.
 * `externalConfiguration` takes variables in all releases of its APIs, and has files at a place that nobody chooses.
 */
export type FilesForm = 'externalConfiguration' | 'template';

/** The place of the files of `externalConfiguration`. */
const EXTERNAL_PATH = '/opt/kafka/external-configuration/';

/** Fields of a record that are about variables and files. */
type Files = Pick<ConnectRecord, 'env' | 'volumes' | 'objects'> & HostedRecord;

/** Spells the template: pods, variables and files. */
export function writeFiles(connect: Files, form: FilesForm): WireFiles {
  const { env, volumes = [] } = connect;
  const isApart = form === 'externalConfiguration';
  const external = volumes.filter(isExternal);
  const mounted = volumes.filter((volume) => !isExternal(volume));
  const sourced = isApart ? (env ?? []).filter(isSourced) : [];
  const plain = isApart ? env?.filter((variable) => !isSourced(variable)) : env;
  const { pod: bare, ...others } = { ...writeTemplate(connect), ...writeObjects(CONNECT_OBJECTS, connect.objects) };
  // A volume that is mounted at two places is one volume.
  const volumesByName = new Map([...mounted].reverse().map((volume) => [volume.name, volume]));
  const pod = present({
    ...bare,
    volumes: filled(mounted.filter((volume) => volumesByName.get(volume.name) === volume).map(writeVolume)),
  });
  const connectContainer = present({
    env: plain?.length === 0 && sourced.length > 0 ? undefined : writeEnv(plain),
    volumeMounts: filled(mounted.map(({ name, path }) => ({ name, mountPath: path }))),
  });
  return defined({
    template: present({ ...others, pod, connectContainer }),
    externalConfiguration: isApart
      ? present({ env: filled(writeEnv(sourced) ?? []), volumes: filled(external.map(writeVolume)) })
      : undefined,
  });
}

/** Reads variables and files; volumes of another sort are kept by the codec. */
export function readFiles({ template, externalConfiguration }: WireFiles): Pick<Files, 'env' | 'volumes'> {
  const { env } = template?.connectContainer ?? {};
  const external = filled(externalConfiguration?.env ?? []);
  const volumes = [
    ...(externalConfiguration?.volumes ?? []).flatMap((wire) => readVolume(wire, `${EXTERNAL_PATH}${wire.name ?? ''}`)),
    ...readMounts(template),
  ];
  return defined({
    env: env || external ? [...(readEnv(env) ?? []), ...(readEnv(external) ?? [])] : undefined,
    volumes: filled(volumes),
  });
}

/** Variables from Secrets and ConfigMaps where `externalConfiguration` has them: both places mean the same. */
export function plainFiles<T extends WireFiles>(spec: T): T {
  const { template, externalConfiguration } = spec;
  const env = template?.connectContainer?.env ?? [];
  const sourced = env.filter(isSourcedWire);
  if (sourced.length === 0) return spec;
  const plain = env.filter((variable) => !isSourcedWire(variable));
  const { env: _, ...container } = template?.connectContainer ?? {};
  const connectContainer = present(plain.length > 0 ? { ...container, env: plain } : container);
  const { connectContainer: __, ...others } = template ?? {};
  return {
    ...spec,
    template: present(connectContainer ? { ...others, connectContainer } : others),
    externalConfiguration: { ...externalConfiguration, env: [...(externalConfiguration?.env ?? []), ...sourced] },
  };
}

/** What is kept of a variable, at the place that the form has the variable at. */
export function movedFiles(part: Part, form: FilesForm): Part {
  const [spec, first, second, third, ...way] = part.at;
  if (spec !== 'spec') return part;
  if (form === 'template' && first === 'externalConfiguration' && second === 'env' && third !== undefined)
    return { ...part, at: [spec, 'template', 'connectContainer', 'env', third, ...way] };
  const isVariable = first === 'template' && second === 'connectContainer' && third === 'env';
  if (form === 'externalConfiguration' && isVariable && way[1] === 'valueFrom')
    return { ...part, at: [spec, 'externalConfiguration', 'env', ...way] };
  return part;
}

function isExternal({ name, path }: ConnectVolume): boolean {
  return path === `${EXTERNAL_PATH}${name}`;
}

function isSourced(variable: EnvVar): boolean {
  return 'secret' in variable || 'from' in variable;
}

function isSourcedWire({ valueFrom }: WireEnv[number]): boolean {
  return valueFrom !== undefined && valueFrom.fieldRef === undefined;
}

function writeVolume(volume: ConnectVolume): WireVolume {
  const { name } = volume;
  return 'secret' in volume
    ? { name, secret: { secretName: volume.secret } }
    : { name, configMap: { name: volume.configMap } };
}

function readVolume({ name, secret, configMap }: WireVolume, path: string): readonly ConnectVolume[] {
  if (name === undefined) return [];
  if (secret?.secretName !== undefined) return [{ name, path, secret: secret.secretName }];
  return configMap?.name === undefined ? [] : [{ name, path, configMap: configMap.name }];
}

function readMounts(template: WireFiles['template']): readonly ConnectVolume[] {
  const volumes = new Map((template?.pod?.volumes ?? []).map((wire) => [wire.name, wire]));
  return (template?.connectContainer?.volumeMounts ?? []).flatMap(({ name, mountPath }) => {
    const wire = volumes.get(name);
    // The place of another form's files is none that is chosen.
    return wire && mountPath !== undefined && mountPath !== `${EXTERNAL_PATH}${name ?? ''}`
      ? readVolume(wire, mountPath)
      : [];
  });
}

function filled<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}
