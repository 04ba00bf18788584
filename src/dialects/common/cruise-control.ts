import type { AutoRebalance, BrokerCapacity, BrokerRates, CruiseControlRecord } from '../../model/cruise-control';
import { defined, sorted } from './codec';
import { CONTAINER_SHAPE, POD_WITH_VOLUMES, readContainer, withContainers } from './container';
import { readTemplate, TEMPLATE_SHAPE, writeTemplate } from './pod-template';
import { POD_SHAPES, readResources, withPlainResources, writeResources } from './pods';
import type { Fitting, Shape } from './shape';
import { readSidecar, SIDECAR_SHAPE, withPlainSidecar, writeSidecar } from './tls-sidecar';
import { plainWorkload, readWorkload, WORKLOAD_SHAPE, writeWorkload, type WorkloadForm } from './workload';

const RATES = { cpu: 'text', inboundNetwork: 'text', outboundNetwork: 'text' } as const satisfies Shape;
const CAPACITY = {
  ...RATES,
  disk: 'text',
  cpuUtilization: 'number',
  overrides: [{ ...RATES, brokers: ['number'] }],
} as const satisfies Shape;

/** What readers take a Cruise Control for. */
export const CRUISE_CONTROL_SHAPE = {
  ...WORKLOAD_SHAPE,
  image: 'text',
  tlsSidecar: SIDECAR_SHAPE,
  config: { '*': 'scalar' },
  brokerCapacity: CAPACITY,
  autoRebalance: [{ mode: 'text', template: { name: 'text' } }],
  resources: POD_SHAPES.resources,
  template: { ...TEMPLATE_SHAPE, pod: POD_WITH_VOLUMES, cruiseControlContainer: CONTAINER_SHAPE },
} as const satisfies Shape;

type WireCruiseControl = Fitting<typeof CRUISE_CONTROL_SHAPE>;
type WireCapacity = Fitting<typeof CAPACITY>;

/** Spells a Cruise Control. */
export function writeCruiseControl(control: CruiseControlRecord, form: WorkloadForm): WireCruiseControl {
  const { image, config, capacity, autoRebalance, resources } = control;
  return defined({
    image,
    config: sorted(config),
    brokerCapacity: capacity && writeCapacity(capacity),
    autoRebalance: autoRebalance?.map(({ mode, template }) =>
      defined({ mode, template: template === undefined ? undefined : { name: template } }),
    ),
    resources: writeResources(resources),
    tlsSidecar: writeSidecar(control.tlsSidecar),
    ...writeWorkload(control, form),
    template: withContainers(writeTemplate(control), { cruiseControlContainer: control }),
  });
}

/** Reads a Cruise Control. */
export function readCruiseControl(wire: WireCruiseControl, form: WorkloadForm): CruiseControlRecord {
  const { image, config, brokerCapacity, autoRebalance, resources } = wire;
  return defined({
    image,
    config: sorted(config),
    capacity: brokerCapacity && readCapacity(brokerCapacity),
    autoRebalance: autoRebalance?.map(({ mode = '', template }): AutoRebalance =>
      defined({ mode: mode as AutoRebalance['mode'], template: template?.name }),
    ),
    resources: readResources(resources),
    tlsSidecar: readSidecar(wire.tlsSidecar),
    ...readWorkload(wire, form),
    ...readTemplate(wire.template),
    ...readContainer(wire.template, 'cruiseControlContainer'),
  });
}

/** A Cruise Control in the words that `writeCruiseControl` uses. */
export function plainCruiseControl(wire: WireCruiseControl, form: WorkloadForm): WireCruiseControl {
  return plainWorkload(withPlainSidecar(withPlainResources(wire)), form);
}

function writeCapacity(capacity: BrokerCapacity): WireCapacity {
  const { disk, cpuUtilization, overrides } = capacity;
  return defined({
    disk,
    cpuUtilization,
    ...ratesOf(capacity),
    overrides: overrides?.map((each) => ({ brokers: [...each.brokers], ...ratesOf(each) })),
  });
}

function readCapacity(wire: WireCapacity): BrokerCapacity {
  const { disk, cpuUtilization, overrides } = wire;
  return defined({
    disk,
    cpuUtilization,
    ...ratesOf(wire),
    overrides: overrides?.map((each) => ({ brokers: each.brokers ?? [], ...ratesOf(each) })),
  });
}

/** CPU and network in a fixed order: model and object have the same words. */
function ratesOf({ cpu, inboundNetwork, outboundNetwork }: BrokerRates): BrokerRates {
  return defined({ cpu, inboundNetwork, outboundNetwork });
}
