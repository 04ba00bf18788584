export { checkManifest } from './check';
export type { FaultCode, SchemaFault } from './fault';
export { knownKinds, schemaOf, type RawSchema } from './store';
