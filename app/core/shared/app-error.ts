/**
 * A refusal that one caller can do something about. Each room has its own
 * subclass with a closed union of codes; app/http translates a code once into
 * a status and a message. Anything else that is thrown is a defect.
 */
export class AppError<Code extends string = string> extends Error {
  readonly code: Code;
  /** Values for the message, never personal data. */
  readonly details: Readonly<Record<string, string | number>>;

  constructor(code: Code, details: Readonly<Record<string, string | number>> = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = new.target.name;
    this.code = code;
    this.details = details;
  }
}

/** A broken law of the house (chain mismatch, lost key): log, stop writing, never degrade. */
export class FatalError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** Absent and forbidden are the same answer: nobody learns what exists from a refusal. */
export class NotFoundError extends AppError<'not-found'> {
  constructor() {
    super('not-found');
  }
}
