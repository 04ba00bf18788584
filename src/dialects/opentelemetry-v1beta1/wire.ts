import type { WireVolumes } from '../common/badger';
import type { WireEnvVar, WireResources } from '../common/pods';

/** A part of a collector's configuration: schemas leave it open, components have keys of their own. */
export type Settings = Readonly<Record<string, unknown>>;

/** Configuration of a collector. Settings that are left at their defaults are `{}`: null gets lost on the way. */
export interface WireConfig {
  receivers?: Settings;
  processors?: Settings;
  exporters?: Settings;
  extensions?: Settings;
  service?: {
    extensions?: string[];
    pipelines?: Readonly<Record<string, { receivers?: string[]; processors?: string[]; exporters?: string[] }>>;
    telemetry?: Settings;
  };
}

/** OpenTelemetryCollector. */
export interface WireCollector {
  spec?: WireVolumes & {
    image?: string;
    mode?: string;
    replicas?: number;
    upgradeStrategy?: string;
    env?: WireEnvVar[];
    resources?: WireResources;
    podAnnotations?: Record<string, string>;
    podSecurityContext?: { fsGroup?: number };
    volumeClaimTemplates?: WireClaim[];
    config?: WireConfig;
  };
}

/** A volume that is claimed for each pod. */
export interface WireClaim {
  metadata?: { name?: string };
  spec?: {
    accessModes?: string[];
    storageClassName?: string;
    resources?: { requests?: Record<string, string | number> };
  };
}
