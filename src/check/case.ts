import type { Located } from '../model/topology';
import type { Breach } from '../rules/rule';
import type { FaultCode } from '../schema';
import { FAULTS, type FaultId } from './faults';
import { breachFinding, type Finding } from './finding';
import type { JudgedSite } from './site';
import type { Teller, Told } from './told';

/** An object before the judge, and who it is of. */
export class Case {
  constructor(
    readonly place: Located,
    /** Absent: it is at no site. */
    readonly site: JudgedSite | undefined,
    private readonly told: Told<JudgedSite>[],
  ) {}

  /** The case of another object of the same site. */
  beside(place: Located): Case {
    return new Case(place, this.site, this.told);
  }

  tell(by: Teller, finding: Finding): void {
    this.told.push({ finding, by, site: this.site });
  }

  /** Tells what the schema has against a field; `meant`: the one that was meant, where its name has a slip. */
  tellRefusal(finding: Finding, code: FaultCode, meant?: string): void {
    this.told.push({ finding, by: 'schema', site: this.site, code, ...(meant !== undefined && { meant }) });
  }

  /** Tells what is wrong with the object as such, whatever it says. */
  tellFault(fault: FaultId, breach: Breach): void {
    this.tell('object', breachFinding({ id: fault, effect: FAULTS[fault].effect }, this.place, breach));
  }
}
