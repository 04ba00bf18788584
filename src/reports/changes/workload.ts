import { equal } from '../../dialects/common/values';
import type { ContainerRecord } from '../../model/container';
import type { WorkloadRecord } from '../../model/workload';
import type { ChangeEffect } from '../change';
import type { ChangeClass } from '../change-class';
import { always } from '../effects';

/** What comes of another field of a program, whatever it is. */
type Change = (was: unknown, is: unknown) => readonly ChangeEffect[];
type Field = keyof WorkloadRecord;

/** The fields of an object that the fields of a program are. */
const FIELDS: Readonly<Record<Field, string>> = {
  jvm: 'jvmOptions',
  logging: 'logging',
  metrics: 'metricsConfig',
  livenessProbe: 'livenessProbe',
  readinessProbe: 'readinessProbe',
};

/** What comes of what is said otherwise of programs: all of it restarts them but for levels of logging. */
export function workloadChanges(
  at: string,
  restart: { readonly class: ChangeClass; readonly message: string },
): Readonly<Record<Field, Change>> {
  const restarts = (field: Field): Change => always(`${at}.${FIELDS[field]}`, restart.class, restart.message);
  return {
    jvm: restarts('jvm'),
    logging: always(
      `${at}.logging`,
      'safe',
      'Levels are taken up while the program runs; another layout needs a restart.',
    ),
    metrics: restarts('metrics'),
    livenessProbe: restarts('livenessProbe'),
    readinessProbe: restarts('readinessProbe'),
  };
}

/** What comes of what is said otherwise of where and how pods run. */
export function podsChanges(
  at: string,
  restart: { readonly class: ChangeClass; readonly message: string },
): Readonly<Record<'pods' | 'maxUnavailable', Change>> {
  return {
    pods: always(`${at}.template.pod`, restart.class, restart.message),
    maxUnavailable: always(
      `${at}.template.podDisruptionBudget.maxUnavailable`,
      'safe',
      'It says how many pods may be evicted at a time.',
    ),
  };
}

/** What comes of other variables and files of a container. */
export function containerChanges(
  at: string,
  restart: { readonly class: ChangeClass; readonly message: string },
): Readonly<Record<keyof ContainerRecord, Change>> {
  return {
    env: always(`${at}.env`, restart.class, restart.message),
    volumes: always(`${at}.volumeMounts`, restart.class, restart.message),
  };
}

/** The same of programs that a part of an object describes. */
export function workloadEffects(
  was: WorkloadRecord,
  is: WorkloadRecord,
  changes: Readonly<Record<Field, Change>>,
): ChangeEffect[] {
  return (Object.keys(FIELDS) as Field[]).flatMap((field) =>
    equal(was[field], is[field]) ? [] : changes[field](was[field], is[field]),
  );
}
