/**
 * The server's answer without its words: they quote the recipient's address.
 * What is no refusal for good is worth asking again for days: a server that is
 * down or busy delays mail and nothing else.
 */
export class MailNotSentError extends Error {
  override readonly name = 'MailNotSentError';
  readonly permanent: boolean;
  readonly patient: boolean;
  /** The server takes nothing for this address: not our fault, and not one that passes. */
  readonly addressRefused: boolean;

  constructor(cause: unknown) {
    const { code, responseCode, command, response } = (
      typeof cause === 'object' && cause !== null ? cause : {}
    ) as Partial<Record<'code' | 'responseCode' | 'command' | 'response', unknown>>;
    super(`not taken by the mail server: ${String(code ?? 'unknown')} ${String(responseCode ?? '')}`.trim());
    const never = typeof responseCode === 'number' && responseCode >= 500 && responseCode < 600;
    const ofAddress = command === 'RCPT TO';
    // A refused login or sender is ours to mend, and everything waits until it is.
    this.permanent = never && (ofAddress || code === 'EMESSAGE');
    this.patient = !this.permanent;
    // RFC 3463, class 5.7: a rule of the server, e.g. no relaying; it says nothing about the address.
    this.addressRefused = never && ofAddress && !/^\d{3}[ -]5\.7\./.test(String(response ?? ''));
  }
}
