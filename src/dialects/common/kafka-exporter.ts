import type { KafkaExporterRecord } from '../../model/kafka-exporter';
import { defined } from './codec';
import { CONTAINER_SHAPE, POD_WITH_VOLUMES, readContainer, withContainers } from './container';
import { readTemplate, TEMPLATE_SHAPE, writeTemplate } from './pod-template';
import { POD_SHAPES, readResources, writeResources } from './pods';
import type { Fitting, Shape } from './shape';
import { PROBES_SHAPE, readProbes, writeProbes } from './workload';

/** What readers take a Kafka Exporter for. */
export const EXPORTER_SHAPE = {
  ...PROBES_SHAPE,
  image: 'text',
  topicRegex: 'text',
  topicExcludeRegex: 'text',
  groupRegex: 'text',
  groupExcludeRegex: 'text',
  showAllOffsets: 'flag',
  logging: 'text',
  enableSaramaLogging: 'flag',
  resources: POD_SHAPES.resources,
  template: { ...TEMPLATE_SHAPE, pod: POD_WITH_VOLUMES, container: CONTAINER_SHAPE },
} as const satisfies Shape;

type WireExporter = Fitting<typeof EXPORTER_SHAPE>;

/** Spells the exporter. */
export function writeExporter(exporter: KafkaExporterRecord): WireExporter {
  const { topicRegex, topicExcludeRegex, groupRegex, groupExcludeRegex, showAllOffsets } = exporter;
  return defined({
    image: exporter.image,
    topicRegex,
    topicExcludeRegex,
    groupRegex,
    groupExcludeRegex,
    showAllOffsets,
    logging: exporter.logLevel,
    enableSaramaLogging: exporter.clientLogging,
    resources: writeResources(exporter.resources),
    ...writeProbes(exporter),
    template: withContainers(writeTemplate(exporter), { container: exporter }),
  });
}

/** Reads the exporter. */
export function readExporter(wire: WireExporter): KafkaExporterRecord {
  const { topicRegex, topicExcludeRegex, groupRegex, groupExcludeRegex, showAllOffsets } = wire;
  return defined({
    image: wire.image,
    topicRegex,
    topicExcludeRegex,
    groupRegex,
    groupExcludeRegex,
    showAllOffsets,
    logLevel: wire.logging,
    clientLogging: wire.enableSaramaLogging,
    resources: readResources(wire.resources),
    ...readProbes(wire),
    ...readTemplate(wire.template),
    ...readContainer(wire.template, 'container'),
  });
}
