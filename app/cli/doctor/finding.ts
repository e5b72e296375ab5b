/** What the doctor says about one thing. */
export interface Finding {
  readonly about: string;
  readonly verdict: 'ok' | 'advice' | 'fault';
  readonly text: string;
  /** What to do about it. */
  readonly todo?: string;
}
