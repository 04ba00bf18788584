import type { EnvVar } from '../../model/env';
import type { SecretKey } from '../../model/user';

/** Environment variables that are taken out one by one as they are understood. */
export class EnvironmentReader {
  private readonly left: Set<EnvVar>;
  /** Of several variables of one name the last counts, as in a container. */
  private readonly named: Map<string, EnvVar>;

  constructor(env: readonly EnvVar[]) {
    this.left = new Set(env);
    this.named = new Map(env.map((variable) => [variable.name, variable]));
  }

  /** Whether there is a variable of the name. */
  has(name: string): boolean {
    return this.named.has(name);
  }

  /** The value of a variable that has one. */
  value(name: string | undefined): string | undefined {
    const variable = this.find(name);
    return variable && 'value' in variable ? variable.value : undefined;
  }

  /** The key of a Secret that a variable comes from. */
  secret(name: string | undefined): SecretKey | undefined {
    const variable = this.find(name);
    return variable && 'secret' in variable ? variable.secret : undefined;
  }

  /** Takes a variable that has a value, if the value is one that is wanted. */
  take(name: string | undefined, wanted: (value: string) => boolean = () => true): string | undefined {
    const value = this.value(name);
    if (value === undefined || !wanted(value)) return undefined;
    this.drop(name);
    return value;
  }

  /** Takes a variable that is the address of the node; whether there is one. */
  takeNodeAddress(name: string): boolean {
    const variable = this.find(name);
    if (!variable || !('nodeAddress' in variable)) return false;
    this.drop(name);
    return true;
  }

  /** Takes a variable whose value is a whole number. */
  takeNumber(name: string | undefined): number | undefined {
    const value = this.take(name, (text) => /^(0|[1-9]\d{0,14})$/.test(text));
    return value === undefined ? undefined : Number(value);
  }

  /** Takes the variable if it is there just so. */
  takeEqual(wanted: EnvVar): boolean {
    return 'value' in wanted && this.take(wanted.name, (value) => value === wanted.value) !== undefined;
  }

  /** Takes variables out, whatever they hold. */
  drop(...names: (string | undefined)[]): void {
    for (const name of names) {
      const variable = this.find(name);
      if (!variable) continue;
      this.left.delete(variable);
      this.named.delete(variable.name);
    }
  }

  /** What nobody took, in order. */
  rest(): EnvVar[] {
    return [...this.left];
  }

  private find(name: string | undefined): EnvVar | undefined {
    return name === undefined ? undefined : this.named.get(name);
  }
}
