import type { Construct } from 'constructs';
import type { ExposureRecord, ExposureTls } from '../model/platform';
import { noteFault } from './faults';
import { held } from './held';
import { hostFault } from './host-fault';
import type { Overrides } from './overrides';
import { Resource, siteOf, type ResourceProps } from './resource';

/** Properties of an {@link Exposure}. */
export interface ExposureProps extends ResourceProps {
  /** Service in the site's namespace. */
  readonly service: string;
  /** Name of its port, or its number from 1 to 65535. */
  readonly port: string | number;
  /**
   * Host name that browsers ask for.
   * @default - the platform chooses, where it can
   */
  readonly host?: string;
  /**
   * Beginning of the paths that lead to the service, with a slash at its front.
   * @default - everything
   */
  readonly path?: string;
  /**
   * TLS towards the browser; `secret` holds the certificate, otherwise it is the platform's. `false`: none.
   * @default - with the platform's certificate on OpenShift, none elsewhere
   */
  readonly tls?: ExposureTls | false;
  /**
   * Class of the Ingress.
   * @default - the Kubernetes cluster's default
   */
  readonly ingressClass?: string;
  /**
   * What stands in the Route or Ingress over what the library writes, in the words of the release's API.
   * @default - nothing
   */
  readonly overrides?: Overrides<'Route'>;
}

/** What browsers outside reach a service through: a Route on OpenShift, an Ingress elsewhere. */
export class Exposure extends Resource<ExposureRecord> {
  private readonly settings: ExposureProps;

  constructor(scope: Construct, id: string, props: ExposureProps) {
    [scope, id, props] = held('Exposure', [scope, id, props], new.target === Exposure);
    super(scope, id, { noun: 'exposure', entry: siteOf(scope).platformDialect.exposure }, props);
    this.settings = props;
    // An Ingress may be for all names of a domain.
    const fault = hostFault(props.host?.replace(/^\*\./, ''));
    if (fault) noteFault(this, { rule: 'prop-value', field: 'host', ...fault });
  }

  toRecord(): ExposureRecord {
    const {
      service,
      port,
      host,
      path,
      ingressClass,
      tls = this.site.platform.hasCertificate ? {} : false,
    } = this.settings;
    return {
      ...this.identity(),
      service,
      port,
      ...(host !== undefined && { host }),
      ...(path !== undefined && { path }),
      ...(tls && { tls }),
      ...(ingressClass !== undefined && { ingressClass }),
    };
  }
}
