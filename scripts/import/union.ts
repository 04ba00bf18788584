/**
 * The variants that a CRD merges into one object, told apart by an enumerated field. The CRD does not say which field
 * belongs to which variant, the operators do.
 */
export interface Union {
  /** Name of the property that holds it; together with the variants' names it finds the union in a schema. */
  readonly property: string;
  /** The field that tells the variants apart. @default type */
  readonly discriminator?: string;
  /** Fields of all variants. A dotted path takes some fields of a nested object or of a list's items. */
  readonly common?: readonly string[];
  /** Further fields of each variant. */
  readonly variants: Readonly<Record<string, readonly string[]>>;
}
