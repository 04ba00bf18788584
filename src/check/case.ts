import type { Located } from '../model/topology';
import type { Breach } from '../rules/rule';
import { FAULTS, type FaultId } from './faults';
import { breachFinding, type Finding } from './finding';
import type { Teller, Told } from './once';
import type { JudgedSite } from './site';

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

  /** Tells of something that is not there. */
  tellGap(by: Teller, finding: Finding): void {
    this.told.push({ finding, by, site: this.site, isGap: true });
  }

  /** Tells of a field that the API does not have. */
  tellUnknown(by: Teller, finding: Finding): void {
    this.told.push({ finding, by, site: this.site, isUnknownField: true });
  }

  /** Tells what is wrong with the object as such, whatever it says. */
  tellFault(fault: FaultId, breach: Breach): void {
    this.tell('object', breachFinding({ id: fault, effect: FAULTS[fault].effect }, this.place, breach));
  }
}
