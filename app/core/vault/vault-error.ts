import { FatalError } from '../shared/app-error.ts';

/** A value that cannot be opened: wrong key, moved row, changed byte. Never answered with a guess. */
export class VaultError extends FatalError {}
