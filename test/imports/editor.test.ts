import * as path from 'node:path';
import * as ts from 'typescript';
import { ROOT } from './crds';

const FILE = path.join(ROOT, 'test/imports/program-in-an-editor.ts');
const HEAD = `import {
  Duration, KafkaBridge, KafkaCluster, KafkaConnect, KafkaConnector, KafkaTopic, Mirror, Size, Storage,
  type Config, type Site,
} from '../../src';
declare const site: Site;
declare const kafka: KafkaCluster;
declare const connect: KafkaConnect;
declare const loaded: Config;
const storage = Storage.ephemeral();
void [Duration, Size, storage, loaded, KafkaBridge, KafkaCluster, KafkaConnect, KafkaConnector, KafkaTopic, Mirror, connect];
`;

/** Where the settings of each construct stand in a program. */
const PLACES = {
  broker: (config: string) => `new KafkaCluster(site, 'a', { brokers: 3, storage, config: ${config} });`,
  topic: (config: string) => `new KafkaTopic(kafka, 'a', { config: ${config} });`,
  worker: (config: string) => `new KafkaConnect(site, 'a', { cluster: kafka, config: ${config} });`,
  connector: (config: string) => `new KafkaConnector(connect, 'a', { class: 'b', config: ${config} });`,
  consumer: (config: string) => `new KafkaBridge(site, 'a', { cluster: kafka, consumer: { config: ${config} } });`,
  source: (config: string) =>
    `new Mirror(site, 'a', { source: kafka, target: kafka, sourceConnectorConfig: ${config} });`,
  checkpoint: (config: string) =>
    `new Mirror(site, 'a', { source: kafka, target: kafka, checkpointConnectorConfig: ${config} });`,
};
type PlaceName = keyof typeof PLACES;

/** An editor with one program open. */
class Editor {
  private text = '';
  private version = 0;
  private readonly service: ts.LanguageService;

  constructor() {
    const { config } = ts.readConfigFile(path.join(ROOT, 'tsconfig.json'), (file) => ts.sys.readFile(file));
    const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, ROOT);
    this.service = ts.createLanguageService({
      directoryExists: ts.sys.directoryExists,
      getDirectories: ts.sys.getDirectories,
      realpath: ts.sys.realpath,
      fileExists: (file) => file === FILE || ts.sys.fileExists(file),
      readFile: (file) => (file === FILE ? this.text : ts.sys.readFile(file)),
      getScriptFileNames: () => [FILE],
      getScriptVersion: (file) => (file === FILE ? String(this.version) : '0'),
      getScriptSnapshot: (file) => {
        const text = file === FILE ? this.text : ts.sys.readFile(file);
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
      },
      getCurrentDirectory: () => ROOT,
      getCompilationSettings: () => options,
      getDefaultLibFileName: ts.getDefaultLibFilePath,
    });
  }

  /** What it underlines. */
  errors(program: string): string[] {
    this.open(program);
    const found = [...this.service.getSyntacticDiagnostics(FILE), ...this.service.getSemanticDiagnostics(FILE)];
    return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  }

  /** The names that it offers where the program has a `|`. */
  offers(program: string): string[] {
    const at = this.open(program.replace('|', '')) + program.indexOf('|');
    const found = this.service.getCompletionsAtPosition(FILE, at, { includeCompletionsWithInsertText: true });
    return (found?.entries ?? []).map(({ name }) => name.replace(/^['"]|['"]$/g, ''));
  }

  /** What it tells of the name under the `|`. */
  tells(program: string): string {
    const at = this.open(program.replace('|', '')) + program.indexOf('|');
    const info = this.service.getQuickInfoAtPosition(FILE, at);
    return [
      ts.displayPartsToString(info?.documentation),
      ...(info?.tags ?? []).map(({ name, text }) => `@${name} ${ts.displayPartsToString(text)}`),
    ].join('\n');
  }

  private open(program: string): number {
    this.text = `${HEAD}${program}\n`;
    this.version += 1;
    return HEAD.length;
  }
}

const editor = new Editor();
const errors = (place: PlaceName, config: string): string[] => editor.errors(PLACES[place](config));
const offers = (place: PlaceName, config: string): string[] => editor.offers(PLACES[place](config));

describe('an editor', () => {
  it.each<[PlaceName, string[], string[]]>([
    [
      'broker',
      ['num.partitions', 'log.retention.hours'],
      ['listeners', 'node.id', 'zookeeper.connect', 'ssl.key.password'],
    ],
    ['topic', ['cleanup.policy', 'retention.ms'], ['num.partitions']],
    ['worker', ['offset.flush.interval.ms', 'producer.linger.ms'], ['group.id', 'rest.port', 'bootstrap.servers']],
    ['connector', ['errors.tolerance', 'consumer.override.max.poll.records'], ['tasks.max']],
    ['consumer', ['auto.offset.reset', 'max.poll.records'], ['ssl.keystore.location', 'acks']],
    ['source', ['sync.topic.acls.enabled', 'consumer.isolation.level'], ['source.cluster.alias']],
    ['checkpoint', ['sync.group.offsets.enabled'], ['add.source.alias.to.metrics']],
  ])('offers the settings of a %s, and none that the operator sets', (place, some, others) => {
    const found = offers(place, "{ '|' }");
    expect(found).toEqual(expect.arrayContaining(some));
    expect(found.filter((name) => others.includes(name))).toEqual([]);
    expect(offers(place, '{ | }')).toEqual(expect.arrayContaining(some));
  });

  it('offers the values that a setting has', () => {
    expect(offers('topic', "{ 'cleanup.policy': '|' }")).toEqual(expect.arrayContaining(['compact', 'delete']));
    expect(offers('worker', "{ 'exactly.once.source.support': '|' }")).toEqual(expect.arrayContaining(['enabled']));
  });

  it('tells what a setting is', () => {
    const told = editor.tells(PLACES.topic("{ 're|tention.ms': 1 }"));
    expect(told).toContain('Milliseconds, -1 at least.');
    expect(told).toContain('604800000');
    expect(editor.tells(PLACES.broker("{ 'compression.gz|ip.level': 1 }"))).toContain('From Kafka 3.8 on.');
    expect(editor.tells(PLACES.broker("{ 'auto.include.j|mx.reporter': true }"))).toContain('@deprecated');
  });

  it.each<[PlaceName, string]>([
    ['broker', "{ 'num.partitions': 3, 'log.retention.ms': Duration.days(7), 'message.max.bytes': Size.mebibytes(2) }"],
    ['broker', "{ 'num.partitions': '3', 'auto.create.topics.enable': 'false', 'min.insync.replicas': undefined }"],
    ['broker', "{ 'config.providers': 'a', 'config.providers.a.class': 'b', 'rsm.config.chunk.size': 4 }"],
    [
      'topic',
      "{ 'cleanup.policy': 'compact,delete', 'segment.bytes': Size.gibibytes(1), 'flush.ms': '9223372036854775807' }",
    ],
    ['worker', "{ 'key.converter': 'a', 'key.converter.schemas.enable': false, 'producer.acks': 1 }"],
    ['worker', "{ 'producer.linger.ms': Duration.millis(5), 'consumer.auto.offset.reset': 'earliest' }"],
    ['connector', "{ file: '/tmp/a', topic: 'b', 'batch.size': 3, 'errors.tolerance': 'all' }"],
    ['source', "{ 'refresh.topics.interval.seconds': Duration.minutes(1), 'replication.policy.acme': 'x' }"],
    ['broker', "{ 'num.partitions': 3, ...{ 'acme.quota.level': 5 } }"],
    ['topic', 'loaded'],
    ['broker', '{ ...loaded }'],
  ])('takes settings of a %s: %s', (place, config) => {
    expect(errors(place, config)).toEqual([]);
  });

  it.each<[PlaceName, string, string]>([
    ['broker', "{ 'num.partitons': 3 }", 'num.partitons'],
    ['broker', "{ 'num.partitions': 'three' }", 'three'],
    ['broker', "{ 'auto.create.topics.enable': 'no' }", 'no'],
    ['broker', "{ 'log.retention.ms': Size.mebibytes(1) }", 'Size'],
    ['broker', "{ 'message.max.bytes': Duration.hours(1) }", 'Duration'],
    ['broker', "{ 'num.partitions': Duration.hours(1) }", 'Duration'],
    ['broker', "{ 'ssl.keystore.location': 'a' }", 'ssl.keystore.location'],
    ['topic', "{ 'cleanup.policy': 'shred' }", 'shred'],
    ['topic', "{ 'retention.hours': 3 }", 'retention.hours'],
    ['topic', "{ 'acme.level': 3 }", 'acme.level'],
    ['worker', "{ 'producer.ack': 'all' }", 'producer.ack'],
    ['worker', "{ 'producer.acks': 'most' }", 'most'],
    ['connector', "{ 'errors.tolerance': 'some' }", 'some'],
    ['consumer', "{ 'max.poll.records': true }", 'true'],
    ['source', "{ 'sync.topic.acl.enabled': false }", 'sync.topic.acl.enabled'],
    ['checkpoint', "{ 'sync.group.offsets.enabled': 'yes' }", 'yes'],
  ])('underlines what is wrong with settings of a %s: %s', (place, config, told) => {
    const found = errors(place, config);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(told);
  });
});
