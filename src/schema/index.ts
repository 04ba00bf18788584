export { checkManifest } from './check';
export type { FaultCode, SchemaFault } from './fault';
export { apiVersionsOf, isServedAt, kindsServedAt, knownKinds, operatorOf, servedBy, type Kind } from './kinds';
export { fieldSince } from './presence';
export { schemaOf } from './release-schema';
export type { Presence, RawSchema } from './store';
