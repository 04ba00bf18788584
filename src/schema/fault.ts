/** What a value offends. */
export type FaultCode =
  | 'unknown-field'
  | 'required'
  | 'null'
  | 'type'
  | 'enum'
  | 'format'
  | 'pattern'
  | 'min-length'
  | 'max-length'
  | 'minimum'
  | 'maximum'
  | 'multiple-of'
  | 'min-items'
  | 'max-items'
  | 'duplicate'
  | 'min-properties'
  | 'max-properties'
  | 'alternatives';

/** One place where an object is not what the schema of its kind says. */
export interface SchemaFault {
  /** The field's path in the manifest, such as `spec.kafka.listeners[0].port`. */
  readonly field: string;
  readonly code: FaultCode;
  /** The value; undefined where a required one is missing. */
  readonly given: unknown;
  /** What the schema takes, or for an unknown field the known ones, the nearest first. */
  readonly allowed: string;
}
