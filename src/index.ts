export { App, type AppProps } from './delivery/app';
export { Layout } from './delivery/layout';
export type { Edited } from './delivery/files';
export {
  ArgoCd,
  type ArgoCdApplicationSetProps,
  type ArgoCdApplicationsProps,
  type ArgoCdDestination,
  type ArgoCdProps,
} from './delivery/argo-cd';
export { Flux, type FluxKustomizationsProps, type FluxSource } from './delivery/flux';
export {
  access,
  can,
  diff,
  formatFindings,
  grantRequests,
  inventory,
  limitsOf,
  lossesOf,
  migration,
  modernise,
  readManifest,
  translate,
  writeGrantRequests,
  writeRecord,
} from './delivery/functions';
export type { GitOps } from './delivery/git-ops';
export type { GrantRequest } from './delivery/grant-requests';
export { Protection } from './delivery/protection';
export { ActivePassive, type ActivePassiveProps } from './constructs/active-passive';
export { Authentication, type AuthenticationType } from './constructs/authentication';
export type {
  CustomAuthenticationProps,
  OauthAnyIssuer,
  OauthAudience,
  OauthByIntrospection,
  OauthByKeys,
  OauthIssuer,
  OauthProps,
  OauthSettings,
} from './constructs/authentication-props';
export { Authorization } from './constructs/authorization';
export { BrokerQuotas, type PluginQuotasProps } from './constructs/broker-quotas';
export { CertificateAuthority, type GeneratedCaProps } from './constructs/certificate-authority';
export {
  KafkaBridge,
  type BridgeConsumerProps,
  type BridgeConsumption,
  type BridgeProducerProps,
  type KafkaBridgeProps,
} from './constructs/bridge';
export {
  KafkaConnect,
  type ConnectArtifactProps,
  type ConnectBuildProps,
  type ConnectFileArtifact,
  type ConnectFiles,
  type ConnectMavenArtifact,
  type ConnectPluginProps,
  type KafkaConnectProps,
} from './constructs/connect';
export { KafkaConnector, type KafkaConnectorProps } from './constructs/connector';
export type { ConnectorProps, MirrorConnectorProps } from './constructs/connector-props';
export type { ContainerProps, FilesSource, MountedFiles } from './constructs/container';
export type { NodeIdProps } from './constructs/node-ids';
export type { PausableProps } from './constructs/pausable';
export type { NodeProps } from './constructs/nodes';
export type { CruiseControlProps } from './constructs/cruise-control';
export type { TlsSidecarProps } from './constructs/tls-sidecar';
export type { EntityOperatorProps, EntityProgramProps } from './constructs/entity-operator';
export type { KafkaExporterProps } from './constructs/kafka-exporter';
export { Logging } from './constructs/logging';
export {
  Metrics,
  type JmxConfigMap,
  type JmxFile,
  type JmxMetricsProps,
  type JmxRules,
  type MetricsChoice,
} from './constructs/metrics';
export type { JmxProps, JvmProps, ProgramProps, WorkloadProbes, WorkloadProps } from './constructs/workload';
export type { ConnectReferenceProps } from './constructs/imported-connect';
export { KafkaAccess, type KafkaAccessProps } from './constructs/kafka-access';
export { KafkaRebalance, type KafkaRebalanceProps } from './constructs/rebalance';
export { ClientApplication, type ClientProps } from './constructs/client';
export {
  Consumer,
  Producer,
  Streams,
  type ConsumerProps,
  type ProducerProps,
  type StreamsProps,
} from './constructs/client-roles';
export { Exposure, type ExposureProps } from './constructs/exposure';
export { Grant, type Grantee } from './constructs/grant';
export { Jaeger, type JaegerProps } from './constructs/jaeger';
export type { ClusterReferenceProps } from './constructs/imported-cluster';
export type { UserReferenceProps } from './constructs/imported-user';
export type { IKafkaCluster, IKafkaConnect, IKafkaTopic, IKafkaTopics, IKafkaUser } from './constructs/interfaces';
export { KafkaClient } from './constructs/kafka-client';
export type { KafkaClientProps } from './constructs/kafka-client-props';
export { KafkaCluster } from './constructs/kafka-cluster';
export type {
  ControllersProps,
  KafkaClusterProps,
  MetadataNodesProps,
  ZookeeperProps,
} from './constructs/kafka-cluster-props';
export type * from './constructs/external-listener-props';
export { Listener } from './constructs/listener';
export type * from './constructs/listener-props';
export { Login } from './constructs/login';
export type * from './constructs/login-props';
export { Mirror } from './constructs/mirror';
export type {
  MirrorFlowProps,
  MirrorMeshProps,
  MirrorProps,
  MirrorSourceProps,
  MirrorWorkersProps,
} from './constructs/mirror-props';
export { Namespace, type NamespaceProps } from './constructs/namespace';
export { NodePool, type NodePoolProps } from './constructs/node-pool';
export { OlmOperators, type OlmOperatorsProps } from './constructs/olm-operators';
export type { AnyOverrides, OverridableKind, OverridableSpecs, Overrides, Partially } from './constructs/overrides';
export type {
  LabelSelector,
  PodAffinity,
  PodAffinityTerm,
  PodOptions,
  PodSecurityContext,
  SelectorExpression,
  Toleration,
  TopologySpread,
} from './constructs/pods';
export {
  Placement,
  Rack,
  type NodeAffinity,
  type NodeSelectorExpression,
  type NodeSelectorTerm,
} from './constructs/placement';
export { Resource, type ResourceProps } from './constructs/resource';
export { SecretTransport, type ExternalSecretsProps, type SecretPushProps } from './constructs/secret-transport';
export { Platform, Site, type SiteProps } from './constructs/site';
export { TieredStorage } from './constructs/tiered-storage';
export { Storage, type JbodVolumeProps, type PersistentClaimProps } from './constructs/storage';
export { Team } from './constructs/team';
export type * from './constructs/team-props';
export { KafkaTopic, type KafkaTopicProps, type TopicReferenceProps } from './constructs/topic';
export { SamplingPolicy, type TailSamplingProps } from './constructs/sampling-policy';
export type { TopicBufferProps } from './constructs/trace-buffer';
export type {
  MemoryLimiterProps,
  SpanBatchProps,
  SpanMetricsProps,
  TraceProcessingProps,
} from './constructs/trace-processing';
export {
  TraceStorage,
  type BadgerStoreProps,
  type CassandraStoreProps,
  type ForwardProps,
  type SearchStoreProps,
} from './constructs/trace-storage';
export { Sampler, Tracing, type ITracing, type OtlpEndpointProps } from './constructs/tracing';
export { KafkaUser, type KafkaUserProps } from './constructs/user';
export type { ExternalSecretsVersion, SecretStoreName } from './dialects/external-secrets';
export type { TracingDialectName } from './dialects/dialect-names';
export {
  StrimziValidation,
  type StrimziValidationProps,
  type ValidatedSite,
  type ValidationContext,
  type Violation,
} from './delivery/strimzi-validation';
export { StrimziRelease, type OlmPackage } from './dialects/releases';
export { check, CheckedManifest, type CheckedSite } from './check/check';
export type { Policy, TimeBounds, TopicPolicy } from './check/policy';
export type { FaultId, FindingRule } from './check/faults';
export { FindingsError, type Finding, type Severity } from './check/finding';
export type { Waivers } from './check/waivers';
export type { RuleId } from './rules/registry';
export type { Effect } from './rules/rule';
export type { AccessChange, Change, ChangeEffect, Diff, ObjectName, UnjudgedChange } from './reports/change';
export { CHANGE_CLASSES, type ChangeClass } from './reports/change-class';
export type {
  Access,
  AccessCell,
  AccessLack,
  AccessPlace,
  AccessRule,
  AccessUser,
  RuleReason,
  UserQuestion,
} from './reports/access-types';
export type { AccessAnswer, AccessQuestion } from './model/authorizer';
export type {
  Inventory,
  InventoryItem,
  InventoryPlace,
  InventorySite,
  InventoryTopic,
  InventoryUser,
} from './reports/inventory-types';
export type { MadeObject } from './dialects/made/made-object';
export type { Unread } from './reports/side';
export type { Modernised, ObjectLoss } from './check/modernise';
export type { MigratedObject, Migration, MigrationProps, MigrationStage } from './migration/migration';
export type { MigrationRefusal, MigrationStageId, MigrationStep } from './migration/stage';
export type { StageLoss } from './migration/losses';
export type { Translation } from './check/translation';
export type { Described, Reader } from './dialects/read';
export type {
  ClientContract,
  ClientOauth,
  ClientRole,
  ClientSettings,
  ClientVariables,
  CredentialsAs,
  Probe,
  ProbeCheck,
  Probes,
  ProgramRole,
  WorkloadKind,
} from './model/client';
export type { BridgeConsumer, BridgeCors, BridgeProducer } from './model/bridge';
export type { ConnectArtifact, ConnectBuildOutput } from './model/connect';
export type { ConnectorRestarts, ConnectorState } from './model/connector';
export type { BridgeObjects, ConnectObjects, KafkaObjects, ObjectMarks } from './model/made-objects';
export type { AutoRebalance, BrokerCapacity, BrokerCapacityOverride, BrokerRates } from './model/cruise-control';
export type {
  InlineLogging,
  ExternalLogging,
  JmxMetrics,
  LoggingRecord,
  ProbeTimes,
  ReporterMetrics,
} from './model/workload';
export type { PodsRecord } from './model/pods';
export type { BrokerVolumes, RebalanceMode } from './model/rebalance';
export type { EnvVar } from './model/env';
export type { Acl, AclResource, Operation, PatternType } from './model/acl';
export { Size, Duration } from 'cdk8s';
export type * as model from './model';
export type { Absent, Codec, Entry, Limit, Manifest, Metadata } from './dialects/common/codec';
export type { ResourceKind } from './constructs/resource';
export type { Changes } from './delivery/changes';
export type { AclReason, ExplainedAcl, GrantRecord, IntentGrant } from './model/grant';
export type { Intent, NameOrPrefix, Subjects } from './model/permissions';
export type { ProduceOptions, StreamsOptions } from './wiring/client-rights';
export type { ForeignMirror, ForeignMirrorMaker, ForeignMirrorMaker2 } from './wiring/foreign-mirror';
export type { ConnectWorkers } from './wiring/connect-rights';
export type { UserAuthenticationType } from './wiring/credentials';
export type { ClusterIdentity, SiteIdentity } from './wiring/identity';
export type { OffsetSyncsLocation, WorkerNames } from './wiring/mirror';
export type { PolicyClass, ReplicationPolicy, SeparatedNames } from './wiring/mirror-names';
export type { NameMatch, NamePattern } from './wiring/name-matches';
export type { TracedProgram } from './wiring/trace-target';
export type { SecretTransportRecord } from './wiring/secret-transport';
export type { Unreachable } from './wiring/unreachable';
export type { ClientEdge } from './wiring/wiring';
export type { Credentials, LoginRecord, TrustedCertificate } from './model/endpoint';
export type { Json, JsonObject } from './model/json';
export type { MetadataMode } from './model/kafka-cluster';
export type { ListenerAuthentication } from './model/listener';
export type { NodeRole } from './model/node-pool';
export type { ExposureTls, PlatformName } from './model/platform';
export type { AllowedName, NumberBounds, SettingBounds, UserPolicy } from './model/policy';
export type { MirrorEngine } from './model/release';
export type { Config, Kept, Part, ResourceRecord, Resources } from './model/resource';
export type { Noun } from './model/nouns';
export type { ClientCertificate, ServerTls, TraceBuffer, TraceTarget, TracingSystem } from './model/tracing';
export type { Quotas, SecretKey } from './model/user';
export type {
  AdminConfig,
  BrokerConfig,
  ConnectConfig,
  ConnectorConfig,
  ConsumerConfig,
  MirrorCheckpointConfig,
  MirrorHeartbeatConfig,
  MirrorSourceConfig,
  PrefixedSettings,
  ProducerConfig,
  SettingBytes,
  SettingNumber,
  SettingSwitch,
  SettingTime,
  SettingValue,
  StreamsConfig,
  TopicConfig,
} from '../imports/kafka-settings';
