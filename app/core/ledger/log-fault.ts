/** What a check of the log can find, each under its own code. `at` names the entry, the row or the file. */
export type LogFaultCode =
  | 'log-missing'
  | 'index-gap'
  | 'leaf-mismatch'
  | 'node-mismatch'
  | 'root-mismatch'
  | 'checkpoint-signature'
  | 'checkpoint-mismatch'
  | 'rolled-back'
  | 'record-unreadable'
  | 'record-mismatch'
  | 'index-columns-mismatch'
  | 'time-backwards'
  | 'chain-broken'
  | 'state-mismatch'
  | 'state-without-entry'
  | 'disclosure-mismatch'
  | 'card-mismatch'
  | 'changes-gap';

export interface LogFault {
  readonly code: LogFaultCode;
  /** Entry index or row that is wrong, e.g. `entry 4711`, `consent 3f…/9a…`. */
  readonly at: string;
  readonly detail: string;
}
