import { AppError, FatalError } from '../shared/app-error.ts';

/** Something handed to the ledger was not what it claims to be; the log itself is unharmed. */
export type LedgerErrorCode =
  | 'ledger-range'
  | 'ledger-salt'
  | 'ledger-record'
  | 'ledger-key-malformed'
  | 'ledger-note-malformed'
  | 'ledger-note-untrusted'
  | 'ledger-note-forged'
  | 'ledger-checkpoint-malformed'
  | 'ledger-tile-malformed'
  | 'ledger-lock-moved';

export class LedgerError extends AppError<LedgerErrorCode> {}

/** The log can no longer be trusted to continue: nothing more is signed until a person has looked. */
export type LedgerFatalCode =
  | 'ledger-edge-mismatch'
  | 'ledger-node-missing'
  | 'ledger-fork'
  | 'ledger-lock-unreadable'
  | 'ledger-signing-key-missing'
  | 'ledger-signing-key-unreadable';

export class LedgerFatalError extends FatalError {
  readonly code: LedgerFatalCode;

  constructor(code: LedgerFatalCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The tree at hand does not continue the one that was signed last: a restored or a second database. */
export class LedgerForkError extends LedgerFatalError {
  constructor(message: string, options?: ErrorOptions) {
    super('ledger-fork', message, options);
  }
}
