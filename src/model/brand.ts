/**
 * Marks the instances of a class, so that they are known for what they are whichever copy of the package made them:
 * `instanceof` knows those of its own copy alone.
 */
export function brand(marked: { readonly prototype: object }, name: string): void {
  Object.defineProperty(marked.prototype, brandOf(name), { value: true });
}

/** Whether a value is an instance of the class of that name. */
export function isBranded(value: object, name: string): boolean {
  return brandOf(name) in value;
}

const BRANDS = new Map<string, symbol>();

function brandOf(name: string): symbol {
  const known = BRANDS.get(name);
  if (known) return known;
  const made = Symbol.for(`cdk8s-strimzi.${name}`);
  BRANDS.set(name, made);
  return made;
}
