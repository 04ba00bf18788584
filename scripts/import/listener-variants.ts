import type { Union } from './union';

export const within = (parent: string, fields: readonly string[]): string[] =>
  fields.map((field) => `${parent}.${field}`);

const configuration = (fields: readonly string[]) => within('configuration', fields);
const bootstrap = (fields: readonly string[]) => within('configuration.bootstrap', fields);
const brokers = (fields: readonly string[]) => within('configuration.brokers', fields);
const LABELLED = ['annotations', 'labels'];

/** Fields of `configuration` that the operator refuses on the other listener types, by type. */
export function listeners(more: { all: string[]; outside: string[]; types: Record<string, string[]> }): Union {
  const common = [
    'authentication',
    'name',
    'networkPolicyPeers',
    'port',
    'tls',
    ...configuration(['brokerCertChainAndKey', 'maxConnections', 'maxConnectionCreationRate']),
    ...configuration(['advertisedHostTemplate', ...more.all]),
    ...bootstrap(['alternativeNames']),
    ...brokers(['broker', 'advertisedHost', 'advertisedPort']),
  ];
  const outside = [
    ...configuration(['ipFamilies', 'ipFamilyPolicy', 'publishNotReadyAddresses', ...more.outside]),
    ...bootstrap(LABELLED),
    ...brokers(LABELLED),
  ];
  const hosts = [...outside, ...configuration(['hostTemplate']), ...bootstrap(['host']), ...brokers(['host'])];
  const ports = [
    ...outside,
    ...configuration(['externalTrafficPolicy']),
    ...bootstrap(['nodePort']),
    ...brokers(['nodePort']),
  ];
  return {
    property: 'listeners',
    common,
    variants: {
      internal: configuration(['useServiceDnsDomain']),
      'cluster-ip': [...outside, ...configuration(['useServiceDnsDomain'])],
      route: hosts,
      ingress: [...hosts, ...configuration(['class'])],
      nodeport: [
        ...ports,
        ...configuration(['preferredNodePortAddressType']),
        ...bootstrap(['externalIPs']),
        ...brokers(['externalIPs']),
      ],
      loadbalancer: [
        ...ports,
        ...configuration(['allocateLoadBalancerNodePorts', 'class', 'createBootstrapService', 'finalizers']),
        ...configuration(['loadBalancerSourceRanges']),
        ...bootstrap(['loadBalancerIP']),
        ...brokers(['loadBalancerIP']),
      ],
      ...Object.fromEntries(Object.entries(more.types).map(([type, own]) => [type, [...hosts, ...configuration(own)]])),
    },
  };
}

const HOSTS_V1BETA1 = [...bootstrap([...LABELLED, 'host']), ...brokers([...LABELLED, 'host'])];
const PORTS_V1BETA1 = [
  ...bootstrap([...LABELLED, 'nodePort']),
  ...brokers([...LABELLED, 'nodePort']),
  ...configuration(['externalTrafficPolicy']),
];

/** The listeners by name and port that 0.20 brought to `v1beta1`. */
export const LISTENERS_V1BETA1: Union = {
  property: 'listeners',
  common: [
    'authentication',
    'name',
    'networkPolicyPeers',
    'port',
    'tls',
    ...configuration(['brokerCertChainAndKey']),
    ...bootstrap(['alternativeNames']),
    ...brokers(['broker', 'advertisedHost', 'advertisedPort']),
  ],
  variants: {
    internal: configuration(['useServiceDnsDomain']),
    route: HOSTS_V1BETA1,
    ingress: [...HOSTS_V1BETA1, ...configuration(['class'])],
    nodeport: [...PORTS_V1BETA1, ...configuration(['preferredNodePortAddressType'])],
    loadbalancer: [
      ...PORTS_V1BETA1,
      ...bootstrap(['loadBalancerIP']),
      ...brokers(['loadBalancerIP']),
      ...configuration(['loadBalancerSourceRanges']),
    ],
  },
};
