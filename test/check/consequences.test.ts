import { consequencesOf } from '../../src/check/consequences';
import type { Told } from '../../src/check/told';
import type { FaultCode } from '../../src/schema';

function told(by: Told<string>['by'], field: string, changes: Partial<Told<string>['finding']> = {}): Told<string> {
  const finding = {
    rule: 'config-values',
    effect: 'refused',
    severity: 'error',
    path: 'a',
    message: '',
    ...changes,
  } as const;
  return { by, site: 'shop', finding: { ...finding, field } };
}

function refused(code: FaultCode, field: string, allowed = ''): Told<string> {
  return { ...told('schema', field, { allowed }), code };
}

function follow(...all: Told<string>[]): (string | undefined)[] {
  return [...consequencesOf(all, ({ finding }) => finding.path)].map(({ by, finding }) => `${by} ${finding.field}`);
}

it('of what is no map, what its parts lack is a consequence, and what stands beside it is none', () => {
  const refusal = refused('type', 'spec.kafka');
  expect(follow(refusal, told('rule', 'spec.kafka.config["log.dirs"]'), told('rule', 'spec.kafkaExporter'))).toEqual([
    'rule spec.kafka.config["log.dirs"]',
  ]);
});

it('of a null in a list, what is said of the list is a consequence', () => {
  expect(follow(refused('null', 'spec.roles[1]'), told('rule', 'spec.roles'))).toEqual(['rule spec.roles']);
});

it('a rule of the schema that names a field goes where a rule of ours tells an error of it', () => {
  const rule = refused('rule', 'spec.storage', 'volumes are there if type is jbod');
  expect(follow(rule, told('rule', 'spec.storage.volumes'))).toEqual(['schema spec.storage']);
  expect(follow(rule, told('rule', 'spec.storage.volumes', { severity: 'warning' }))).toEqual([
    'rule spec.storage.volumes',
  ]);
  expect(follow(rule, told('rule', 'spec.storage.class'))).toEqual([]);
});

it('a field may be called anything', () => {
  const rule = refused('rule', 'spec.config', 'one of ( and )');
  expect(follow(rule, told('rule', 'spec.config["("]'))).toEqual([]);
});

it('of what has a type that there is not, what would come of it is a consequence, and what is refused besides is none', () => {
  const refusal = refused('enum', 'spec.tracing.type');
  expect(follow(refusal, told('rule', 'spec.tracing', { severity: 'warning' }))).toEqual(['rule spec.tracing']);
  expect(follow(refusal, told('rule', 'spec.tracing'))).toEqual([]);
  expect(follow(refusal, told('rule', 'spec', { severity: 'warning' }))).toEqual([]);
});

it('of what is missing, what an operator would make of that is a consequence, and what is wrong with its type is none', () => {
  const warning = told('rule', 'spec.plugins', { severity: 'warning' });
  expect(follow(refused('required', 'spec.plugins'), warning)).toEqual(['rule spec.plugins']);
  expect(follow(refused('type', 'spec.plugins'), warning)).toEqual([]);
});
