/**
 * Parts of health checks, in the Lua that Argo CD runs: `obj` is the live object, and of Lua's libraries there are the basic
 * one and that of tables, not that of texts. A check ends with the first part that returns.
 * @see https://argo-cd.readthedocs.io/en/stable/operator-manual/health/
 */

/** What every part has. */
export const BEGINNING = `
local metadata = obj.metadata or {}
local annotations = metadata.annotations or {}
local spec = obj.spec or {}
local status = obj.status or {}

local function health(state, message)
  return { status = state, message = message or "" }
end

local function condition(kind, value)
  for _, each in ipairs(status.conditions or {}) do
    if each.type == kind and each.status == (value or "True") then
      return each
    end
  end
end
`;

/**
 * An operator that was told to pause looks at nothing, and its last generation stays behind.
 * @see Strimzi 0.22.0 to 1.2.0, AbstractOperator
 */
export const PAUSED = `
if annotations["strimzi.io/pause-reconciliation"] == "true" or condition("ReconciliationPaused") then
  return health("Suspended", "Reconciliation is paused")
end
`;

/** What a status says of an earlier generation is old. */
export const SEEN = `
local seen = status.observedGeneration
if seen ~= nil and metadata.generation ~= nil and seen ~= metadata.generation then
  return health("Progressing", "The operator has not seen the last change yet")
end
`;

/**
 * NotReady with the reason Creating is how a new Kafka begins. The topic operator says Ready: False where others say NotReady:
 * True.
 * @see Strimzi 0.18.0 to 1.2.0, StatusUtils, KafkaAssemblyOperator, BatchingTopicController
 */
export const READY = `
local failed = condition("NotReady") or condition("Ready", "False")
if failed and failed.reason ~= "Creating" then
  return health("Degraded", failed.message or failed.reason)
end
if condition("Ready") then
  local warning = condition("Warning")
  return health("Healthy", warning and warning.message)
end
return health("Progressing", "Waiting for the operator")
`;

/** A topic that the operator leaves alone. */
export const UNMANAGED = `
if condition("Unmanaged") then
  return health("Healthy", "The operator does not manage this topic")
end
`;

/**
 * A connector can be ready and copy nothing, since its tasks have failed.
 * @see Strimzi 1.2.0, KafkaConnectorStatus, KafkaMirrorMaker2Status
 */
const FAILED_CONNECTOR = `
local function failedConnector(connector)
  local own = connector.connector or {}
  if own.state == "FAILED" then
    return "The connector " .. tostring(connector.name) .. " has failed"
  end
  for _, task in ipairs(connector.tasks or {}) do
    if task.state == "FAILED" then
      return "Task " .. tostring(task.id) .. " of the connector " .. tostring(connector.name) .. " has failed"
    end
  end
end
`;

export const CONNECTOR = `${FAILED_CONNECTOR}
local broken = failedConnector(status.connectorStatus or {})
if broken then
  return health("Degraded", broken)
end
`;

export const CONNECTORS = `${FAILED_CONNECTOR}
for _, connector in ipairs(status.connectors or {}) do
  local broken = failedConnector(connector)
  if broken then
    return health("Degraded", broken)
  end
end
`;

/**
 * A node pool has no conditions. Its Kafka cluster has seen it, or has not, and tells how many of its nodes there are; while
 * it rolls them, nobody does.
 * @see Strimzi 0.45.2, 1.2.0, KafkaReconciler
 */
export const POOL = `
if seen == nil then
  return health("Progressing", "Waiting for the Kafka cluster")
end
if status.replicas ~= nil and status.replicas ~= spec.replicas then
  return health("Progressing", status.replicas .. " nodes are there")
end
return health("Healthy")
`;

/**
 * A rebalance is a process, and says where it stands in the type of a condition. A template is never looked at.
 * @see Strimzi 1.2.0, KafkaRebalanceState
 */
export const REBALANCE = `
if annotations["strimzi.io/rebalance-template"] == "true" then
  return health("Healthy", "A template")
end
local isApproved = annotations["strimzi.io/rebalance-auto-approval"] == "true"
if condition("ProposalReady") and not isApproved then
  return health("Suspended", "The proposal waits for approval")
end
if condition("Stopped") then
  return health("Suspended", "The rebalance was stopped")
end
`;

/**
 * The pods that are ready, of those that there should be: a collector that starts is not broken. Its status tells no
 * generation, and of a DaemonSet not all releases of the operator tell the pods.
 * @see opentelemetry-operator 0.158.0, status.scale of OpenTelemetryCollector
 */
export const COLLECTOR = `
if spec.mode == "sidecar" then
  return health("Healthy", "The collector runs beside other pods")
end
local scale = status.scale or {}
if spec.mode == "daemonset" and scale.statusReplicas == "" then
  return health("Healthy", "The operator does not count pods of nodes")
end
if scale.statusReplicas == nil then
  return health("Progressing", "Waiting for the operator")
end
local all = scale.replicas or 0
local isScaled = spec.autoscaler ~= nil or spec.mode == "daemonset" or spec.replicas == nil
if scale.statusReplicas ~= all .. "/" .. all or not (isScaled or all == spec.replicas) then
  return health("Progressing", scale.statusReplicas .. " pods are ready")
end
return health("Healthy")
`;
