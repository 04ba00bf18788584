import type { Construct } from 'constructs';
import { join } from 'node:path';
import {
  App,
  Duration,
  KafkaCluster,
  Listener,
  Mirror,
  Namespace,
  Platform,
  Site,
  Storage,
  StrimziRelease,
  Team,
  type Policy,
} from '../../src';

/** What the organisation asks of every topic and user. */
const HOUSE: Policy = {
  name: 'house rules',
  see: 'https://wiki.example.com/kafka',
  topics: {
    names: [{ pattern: '[a-z]+\\.[a-z.-]+' }],
    partitions: { most: 48, required: true },
    replicas: { least: 3, required: true },
    retention: { most: Duration.days(30) },
  },
  users: { authentication: ['tls'] },
};

/** What it asks of a team besides: names of its own, and rights to its own topics and those of the shop. */
function namesOf(team: string): Policy[] {
  return [
    {
      name: `names of ${team}`,
      topics: { names: [{ prefix: `${team}.` }] },
      users: {
        names: [{ prefix: `${team}-` }],
        topics: [{ prefix: `${team}.` }, { prefix: `${team}-` }, { prefix: 'shop.' }],
        groups: [{ prefix: `${team}-` }],
        transactionalIds: [{ prefix: `${team}-` }],
      },
    },
  ];
}

/** What differs from region to region. */
interface RegionProps {
  readonly brokers: number;
  /** Of each broker. */
  readonly size: string;
  readonly platform?: Platform;
  readonly address: string;
}

const REGIONS: Readonly<Record<string, RegionProps>> = {
  madrid: { brokers: 5, size: '500Gi', address: 'kafka.madrid.example.com', platform: Platform.OPENSHIFT },
  lisbon: { brokers: 3, size: '200Gi', address: 'kafka.lisbon.example.com', platform: Platform.OPENSHIFT },
  porto: { brokers: 3, size: '100Gi', address: 'kafka.porto.example.com:9094' },
};

/** A region: a Kafka cluster with the topics and users of all teams. */
class Region extends Site {
  readonly kafka: KafkaCluster;

  constructor(scope: Construct, id: string, { brokers, size, platform = Platform.KUBERNETES, address }: RegionProps) {
    super(scope, id, { release: StrimziRelease.V1_2, platform });
    new Namespace(this, 'namespace');
    const outside = platform.hasCertificate
      ? Listener.route({ bootstrapHost: address })
      : Listener.loadBalancer({ address });
    const storage = Storage.persistentClaim({ size });
    this.kafka = new KafkaCluster(this, 'kafka', { brokers, storage, listeners: [Listener.tls(), outside] });
    Team.fromFolder(this.kafka, {
      path: join(__dirname, 'teams'),
      policies: (team) => [HOUSE, ...namesOf(team)],
    });
  }
}

/**
 * Three regions that are alike but for their size and their address, each with the topics and users that teams describe in
 * files of their own; what the shop sells everywhere comes together at a hub.
 */
export function selfService(outdir: string): App {
  const app = new App({ outdir, name: 'self-service' });
  const regions = Object.entries(REGIONS).map(([id, props]) => new Region(app, id, props));

  const center = new Site(app, 'center', {
    release: StrimziRelease.V1_2,
    waivers: { 'secret-at-hand': 'An ExternalSecret for each copies what the operators of the regions write.' },
  });
  new Namespace(center, 'namespace');
  const all = new KafkaCluster(center, 'kafka', { brokers: 3, storage: Storage.persistentClaim({ size: '500Gi' }) });
  new Mirror(center, 'regions', {
    sources: regions.map(({ kafka }) => ({ cluster: kafka })),
    target: all,
    topics: [{ prefix: 'shop.' }],
    replicationPolicy: 'default',
  });
  return app;
}
