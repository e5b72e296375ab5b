/** What a check of the log can find, each under its own code. `at` names the entry, the row or the file. */
export const LOG_FAULT_CODES = [
  'log-missing',
  'index-gap',
  'entry-surplus',
  'leaf-mismatch',
  'node-mismatch',
  'root-mismatch',
  'checkpoint-signature',
  'checkpoint-mismatch',
  'rolled-back',
  'record-unreadable',
  'record-mismatch',
  'index-columns-mismatch',
  'time-backwards',
  'chain-broken',
  'state-mismatch',
  'state-without-entry',
  'disclosure-mismatch',
  'disclosure-without-entry',
  'card-mismatch',
  'purpose-mismatch',
  'notice-mismatch',
  'changes-gap',
] as const;
export type LogFaultCode = (typeof LOG_FAULT_CODES)[number];

export interface LogFault {
  readonly code: LogFaultCode;
  /** Entry index or row that is wrong, e.g. `entry 4711`, `consent 3f…/9a…`. Never a customer. */
  readonly at: string;
  readonly detail: string;
}

/** A fault of what may be released anew while the check runs, told with whose it is. */
export interface OwnedFault<Owner> extends LogFault {
  readonly owner: Owner;
}

export type ReportFault = (code: LogFaultCode, at: string, detail: string) => void;

/** Enough to see what kind of damage it is. */
const MAX_FAULTS = 50;

/** Keeps the first faults and counts the rest. */
export class FaultList {
  readonly faults: LogFault[] = [];
  #found = 0;

  readonly report: ReportFault = (code, at, detail) => {
    this.#found += 1;
    if (this.faults.length < MAX_FAULTS) this.faults.push({ code, at, detail });
  };

  get isFull(): boolean {
    return this.faults.length >= MAX_FAULTS;
  }

  /** How many there are, whether or not they were kept. */
  get found(): number {
    return this.#found;
  }
}
