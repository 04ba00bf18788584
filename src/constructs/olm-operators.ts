import { Construct } from 'constructs';
import type { CatalogPackage, Catalogs } from '../dialects/olm';
import type { TracingDialectName } from '../dialects/dialect-names';
import { olm } from '../dialects/load';
import type { OlmPackage } from '../dialects/releases';
import type { OperatorGroupRecord, SubscriptionRecord } from '../model/platform';
import { held, tellFaults } from './held';
import { Resource, siteOf } from './resource';

/** Properties of {@link OlmOperators}. */
export interface OlmOperatorsProps {
  /**
   * Channel, first version and the like of the Kafka operator, over those of the release.
   * @default - the release's
   */
  readonly kafka?: Partial<OlmPackage>;
  /**
   * The operator that runs Jaegers, over all namespaces; `none` where it is there already.
   * @default - what the release's time has
   */
  readonly tracing?: TracingDialectName | 'none';
  /**
   * Who lets a new version of an operator in.
   * @default Automatic; the channel of the Kafka operator is that of one version
   */
  readonly approval?: 'Automatic' | 'Manual';
}

/**
 * The operators of a site, installed by the Operator Lifecycle Manager: the Kafka operator for the site's namespace, and
 * an operator of Jaegers for all namespaces.
 */
export class OlmOperators extends Construct {
  constructor(scope: Construct, id: string, props: OlmOperatorsProps = {}) {
    [scope, id, props] = held('OlmOperators', [scope, id, props], new.target === OlmOperators);
    super(scope, id);
    tellFaults(this, props);
    const { release, platform, targetNamespace } = siteOf(scope);
    const { CATALOGS, TRACING_PACKAGES } = olm();
    const catalogs = CATALOGS[platform.name];
    const { vendor, ...kafka } = { ...release.facts.olm, ...props.kafka };
    const { tracing = release.facts.tracingDialects[0] ?? 'none', approval = 'Automatic' } = props;
    new OperatorGroup(this, targetNamespace, { targetNamespaces: [targetNamespace] });
    const source = vendor === 'redHat' ? { source: RED_HAT_CATALOG } : {};
    new Subscription(this, kafka.package, { ...subscription({ ...kafka, ...source }, catalogs), approval });
    if (tracing === 'none') return;
    new Subscription(this, tracing, {
      ...subscription(TRACING_PACKAGES[vendor][tracing], catalogs),
      approval,
      namespace: catalogs.globalNamespace,
    });
  }
}

const RED_HAT_CATALOG = 'redhat-operators';

function subscription(
  { source, ...operator }: CatalogPackage & { readonly startingCSV?: string },
  catalogs: Catalogs,
): Omit<SubscriptionRecord, 'name'> {
  return { ...operator, source: source ?? catalogs.community, sourceNamespace: catalogs.namespace };
}

class OperatorGroup extends Resource<OperatorGroupRecord> {
  constructor(
    scope: Construct,
    id: string,
    private readonly group: Pick<OperatorGroupRecord, 'targetNamespaces'>,
  ) {
    super(scope, id, { noun: 'operatorGroup', entry: olm().dialect.operatorGroup });
  }

  toRecord(): OperatorGroupRecord {
    return { ...this.identity(), ...this.group };
  }
}

class Subscription extends Resource<SubscriptionRecord> {
  constructor(
    scope: Construct,
    id: string,
    private readonly subscription: Omit<SubscriptionRecord, 'name'>,
  ) {
    const { namespace } = subscription;
    const kind = {
      noun: 'subscription' as const,
      entry: olm().dialect.subscription,
      ...(namespace !== undefined && { namespace }),
    };
    super(scope, id, kind, { resourceName: subscription.package });
  }

  toRecord(): SubscriptionRecord {
    return { ...this.subscription, ...this.identity() };
  }
}
