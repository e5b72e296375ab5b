import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LedgerFatalError } from '#app/core/ledger/ledger-error.ts';
import { signNote, verifyNote } from '#app/core/ledger/note.ts';
import { openSigningKey, signingKeyPath } from '#app/core/ledger/signing-key.ts';

const origin = 'log.example/driverseat';
let dataDir: string;

beforeEach(() => {
  dataDir = join(mkdtempSync(join(tmpdir(), 'signing-key-')), 'not', 'yet', 'there');
});

afterEach(() => {
  rmSync(join(dataDir, '..', '..', '..'), { recursive: true });
});

describe('the signing key', () => {
  it('is made with a new log, for its owner alone, and found again', () => {
    const made = openSigningKey({ dataDir, origin, logExists: false });
    expect(statSync(signingKeyPath(dataDir)).mode & 0o777).toBe(0o600);
    expect(statSync(join(dataDir, 'keys')).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(dataDir, 'keys'))).toEqual(['log.key']);
    const found = openSigningKey({ dataDir, origin, logExists: true });
    expect(verifyNote(signNote('text\n', made), [found]).text).toBe('text\n');
  });

  it('is never made anew for a log that exists', () => {
    expect(() => openSigningKey({ dataDir, origin, logExists: true })).toThrow(LedgerFatalError);
    expect(() => openSigningKey({ dataDir, origin, logExists: true })).toThrow(signingKeyPath(dataDir));
    expect(existsSync(signingKeyPath(dataDir))).toBe(false);
  });

  it('is never overwritten, not even when unreadable or of another log', () => {
    openSigningKey({ dataDir, origin: 'other.example', logExists: false });
    expect(() => openSigningKey({ dataDir, origin, logExists: false })).toThrow('another log');
    for (const content of ['', 'PRIVATE+KEY+nonsense\n']) {
      writeFileSync(signingKeyPath(dataDir), content);
      expect(() => openSigningKey({ dataDir, origin, logExists: false })).toThrow(LedgerFatalError);
      expect(readFileSync(signingKeyPath(dataDir), 'utf8')).toBe(content);
    }
  });

  it('does not show its secret in an error or when printed', () => {
    const key = openSigningKey({ dataDir, origin, logExists: false });
    const secret = readFileSync(signingKeyPath(dataDir), 'utf8').trim().split('+').at(-1) ?? 'none';
    expect(JSON.stringify(key)).not.toContain(secret);
    writeFileSync(signingKeyPath(dataDir), `PRIVATE+KEY+${origin}+00000000+${secret}`);
    try {
      openSigningKey({ dataDir, origin, logExists: true });
      expect.unreachable();
    } catch (error) {
      const { message, cause } = error as Error;
      expect(`${message} ${JSON.stringify(cause)} ${cause}`).not.toContain(secret);
    }
  });
});
