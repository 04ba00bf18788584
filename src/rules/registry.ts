import type { Noun } from '../model/nouns';
import { accessBinding } from './access-binding';
import { aliasLetters } from './alias-letters';
import { aclNeedsAuthorization } from './acl-needs-authorization';
import { aclResources } from './acl-resources';
import { addressInReach } from './address-in-reach';
import { addressesApart } from './addresses-apart';
import { annotationValues } from './annotation-values';
import { autoRebalance } from './auto-rebalance';
import { bootstrapServers } from './bootstrap-servers';
import { brokerCapacity } from './broker-capacity';
import { brokerConfig } from './broker-config';
import { brokerInSync } from './broker-in-sync';
import { brokerReplication } from './broker-replication';
import { brokerSettings } from './broker-settings';
import { caLabels } from './ca-labels';
import { caSecret } from './ca-secret';
import { certificateDays } from './certificate-days';
import { clusterNamed } from './cluster-named';
import { clientVariables } from './client-variables';
import { clientRights } from './client-rights';
import { clusterParts } from './cluster-parts';
import { collectorConfig } from './collector-config';
import { componentConfig } from './component-config';
import { componentSettings } from './component-settings';
import { authenticationConfig } from './authentication-config';
import { configValues } from './config-values';
import { containerVariables } from './container-variables';
import { connectBuild } from './connect-build';
import { connectorCluster } from './connector-cluster';
import { cruiseControl } from './cruise-control';
import { cruiseControlGoals } from './cruise-control-goals';
import { deprecatedFields } from './deprecated-fields';
import { disruptionBudget } from './disruption-budget';
import { derivedNames } from './derived-names';
import { endpointUris } from './endpoint-uris';
import { entityOperatorRuns } from './entity-operator-runs';
import { extraVolumes } from './extra-volumes';
import { fieldsAtOdds } from './fields-at-odds';
import { fieldsOfType } from './fields-of-type';
import { imageReference } from './image-reference';
import { imageVersion } from './image-version';
import { internalTopics } from './internal-topics';
import { jaegerAgentPorts } from './jaeger-agent-ports';
import { jaegerImage } from './jaeger-image';
import { jaegerStore } from './jaeger-store';
import { jaegerBufferListener } from './jaeger-buffer-listener';
import { jmxOutputs } from './jmx-outputs';
import { jvmMemory } from './jvm-memory';
import { kafkaClusterNodes } from './kafka-cluster-nodes';
import { kafkaVersion } from './kafka-version';
import { kraftJbod } from './kraft-jbod';
import { listenerAddresses } from './listener-addresses';
import { listenerAnonymous } from './listener-anonymous';
import { keycloakListener } from './keycloak-listener';
import { keycloakTokens } from './keycloak-tokens';
import { opaPlugin } from './opa-plugin';
import { listenerHosts } from './listener-hosts';
import { listenerNumbers } from './listener-numbers';
import { listenerPeers } from './listener-peers';
import { listenerTemplates } from './listener-templates';
import { listenerBrokers } from './listener-brokers';
import { listenerOauth } from './listener-oauth';
import { clientAnnotation } from './client-annotation';
import { clientOauth } from './client-oauth';
import { listenerSettings } from './listener-settings';
import { listenerSound } from './listener-sound';
import { loggerNames } from './logger-names';
import { loneStorage } from './lone-storage';
import { madeNamesApart } from './made-names-apart';
import { maintenanceWindows } from './maintenance-windows';
import { metadataLegal } from './metadata-legal';
import { metadataVolumes } from './metadata-volumes';
import { mirrorAcls } from './mirror-acls';
import { mirrorAliases } from './mirror-aliases';
import { mirrorClusterConfig } from './mirror-cluster-config';
import { mirrorClusters } from './mirror-clusters';
import { mirrorConnectors } from './mirror-connectors';
import { mirrorEndsApart } from './mirror-ends-apart';
import { mirrorGroups } from './mirror-groups';
import { mirrorLoop } from './mirror-loop';
import { mirrorPattern } from './mirror-pattern';
import { mirrorReplication } from './mirror-replication';
import { mirrorRights } from './mirror-rights';
import { mirrorSettings } from './mirror-settings';
import { mirrorTraced } from './mirror-traced';
import { neededFields } from './needed-fields';
import { nodeIdRanges } from './node-id-ranges';
import { nodePoolCluster } from './node-pool-cluster';
import { nodePoolRoles } from './node-pool-roles';
import { numberBits } from './number-bits';
import { partingFeatures } from './parting-features';
import { pluginSettings } from './plugin-settings';
import { poolTemplate } from './pool-template';
import { quorumSize } from './quorum-size';
import { rebalanceCluster } from './rebalance-cluster';
import { rebalanceGoals } from './rebalance-goals';
import { rebalanceTargets } from './rebalance-targets';
import { referencedKeys } from './referenced-keys';
import { regularExpressions } from './regular-expressions';
import { replicaCount } from './replica-count';
import { replicationDefaults } from './replication-defaults';
import { reservedLabels } from './reserved-labels';
import { resourceQuantity } from './resource-quantity';
import { ANY_KIND, type KindRule, type ObjectRule, type Rule, type TopologyRule } from './rule';
import { secretTexts } from './secret-texts';
import { secretTyped } from './secret-typed';
import { sinkTopics } from './sink-topics';
import { storageOverrides } from './storage-overrides';
import { superUsers } from './super-users';
import { topicConfig } from './topic-config';
import { topicInSync } from './topic-in-sync';
import { topicName } from './topic-name';
import { topicNamesApart } from './topic-names-apart';
import { topicOnce } from './topic-once';
import { topicPolicy } from './topic-policy';
import { topicReplicas } from './topic-replicas';
import { topicTiered } from './topic-tiered';
import { trustedCluster } from './trusted-cluster';
import { userSecretNamed } from './user-secret';
import { userCanLogIn } from './user-can-log-in';
import { variableNames } from './variable-names';
import { versionSettings } from './version-settings';
import { userPolicy } from './user-policy';
import { userName } from './user-name';
import { volumeSize } from './volume-size';
import { volumesApart } from './volumes-apart';
import { watchedNamespace } from './watched-namespace';
import { workerNames } from './worker-names';

/** All rules, in the order that reads best: what a cluster is, what is on it, and what goes between clusters. */
const ALL = [
  kafkaVersion,
  clusterParts,
  versionSettings,
  partingFeatures,
  neededFields,
  fieldsAtOdds,
  fieldsOfType,
  deprecatedFields,
  annotationValues,
  kafkaClusterNodes,
  quorumSize,
  certificateDays,
  maintenanceWindows,
  caSecret,
  caLabels,
  nodePoolRoles,
  nodePoolCluster,
  poolTemplate,
  nodeIdRanges,
  cruiseControl,
  cruiseControlGoals,
  brokerCapacity,
  autoRebalance,
  replicaCount,
  numberBits,
  disruptionBudget,
  variableNames,
  containerVariables,
  volumeSize,
  volumesApart,
  kraftJbod,
  watchedNamespace,
  metadataVolumes,
  loneStorage,
  storageOverrides,
  resourceQuantity,
  jvmMemory,
  imageReference,
  imageVersion,
  extraVolumes,
  listenerSound,
  listenerOauth,
  clientOauth,
  listenerSettings,
  listenerAddresses,
  listenerHosts,
  listenerNumbers,
  listenerPeers,
  listenerTemplates,
  listenerBrokers,
  addressesApart,
  listenerAnonymous,
  superUsers,
  keycloakListener,
  keycloakTokens,
  opaPlugin,
  derivedNames,
  madeNamesApart,
  brokerConfig,
  brokerSettings,
  brokerReplication,
  brokerInSync,
  replicationDefaults,
  internalTopics,
  entityOperatorRuns,
  componentConfig,
  componentSettings,
  pluginSettings,
  authenticationConfig,
  endpointUris,
  configValues,
  loggerNames,
  jmxOutputs,
  regularExpressions,
  clusterNamed,
  topicOnce,
  topicNamesApart,
  topicConfig,
  topicName,
  topicReplicas,
  topicInSync,
  topicTiered,
  userName,
  aclNeedsAuthorization,
  aclResources,
  userCanLogIn,
  topicPolicy,
  userPolicy,
  bootstrapServers,
  addressInReach,
  trustedCluster,
  mirrorEndsApart,
  mirrorClusters,
  mirrorLoop,
  mirrorGroups,
  mirrorPattern,
  mirrorRights,
  clientRights,
  userSecretNamed,
  clientAnnotation,
  mirrorTraced,
  mirrorAliases,
  aliasLetters,
  mirrorConnectors,
  mirrorSettings,
  mirrorClusterConfig,
  mirrorReplication,
  mirrorAcls,
  workerNames,
  connectorCluster,
  sinkTopics,
  connectBuild,
  accessBinding,
  rebalanceCluster,
  rebalanceTargets,
  rebalanceGoals,
  clientVariables,
  jaegerAgentPorts,
  jaegerImage,
  jaegerStore,
  jaegerBufferListener,
  collectorConfig,
  referencedKeys,
  secretTexts,
  secretTyped,
  metadataLegal,
  reservedLabels,
] as const;

/** Id of a rule. */
export type RuleId = (typeof ALL)[number]['id'];

type Known<R extends Rule> = R & { readonly id: RuleId };

/** All rules. */
export const RULES: readonly Known<Rule>[] = ALL;

/** The rules that objects break together. */
export const TOPOLOGY_RULES: readonly Known<TopologyRule>[] = RULES.filter((rule) => 'across' in rule);

const BY_NOUN = new Map<Noun, Known<ObjectRule>[]>();
const BY_KIND = new Map<string, Known<KindRule>[]>();
for (const rule of RULES) {
  if ('nouns' in rule) for (const noun of rule.nouns) BY_NOUN.set(noun, [...(BY_NOUN.get(noun) ?? []), rule]);
  if ('kinds' in rule) for (const kind of rule.kinds) BY_KIND.set(kind, [...(BY_KIND.get(kind) ?? []), rule]);
}

/** The rules that one object of a noun can break. */
export function objectRules(noun: Noun): readonly Known<ObjectRule>[] {
  return BY_NOUN.get(noun) ?? NONE;
}

/** The rules about a kind, such as `opentelemetry.io/OpenTelemetryCollector`. */
export function kindRules(kind: string): readonly Known<KindRule>[] {
  return [...(BY_KIND.get(ANY_KIND) ?? NONE), ...(BY_KIND.get(kind) ?? NONE)];
}

const NONE: readonly never[] = [];
