import { describe, expect, it } from 'vitest';
import { formatNote, parseNote, signNote, verifyNote } from '#app/core/ledger/note.ts';
import {
  formatSignerKey,
  formatVerifierKey,
  generateSignerKey,
  parseSignerKey,
  parseVerifierKey,
} from '#app/core/ledger/note-key.ts';
import { flipBit } from './naive-tree.ts';

// The examples in the documentation of golang.org/x/mod/sumdb/note and of c2sp.org/signed-note.
const peterKey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const peterSecret = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
const enochKey = 'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop';
const text =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const peterLine =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
const enochLine =
  '— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n';
const [peter, enoch] = [parseVerifierKey(peterKey), parseVerifierKey(enochKey)];

describe('a signed note', { timeout: 30_000 }, () => {
  it('is signed byte for byte as in the documentation of Go', () => {
    expect(signNote(text, parseSignerKey(peterSecret))).toBe(`${text}\n${peterLine}`);
  });

  it('verifies with the key and signature of the documentation of Go', () => {
    expect(verifyNote(`${text}\n${peterLine}`, [peter]).text).toBe(text);
    expect(verifyNote(`${text}\n${peterLine}${enochLine}`, [enoch]).text).toBe(text);
    expect(verifyNote(`${text}\n${peterLine}${enochLine}`, [peter, enoch]).signatures).toHaveLength(2);
  });

  it('verifies with the key and signature of the C2SP document', () => {
    const note =
      'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';
    const key = parseVerifierKey('example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k');
    expect(verifyNote(note, [key]).text).toBe('This is an example message.\n');
  });

  it('may have empty lines and other scripts in its text', () => {
    const key = generateSignerKey('beispiel.test/log');
    for (const poem of ['ed è subito sera.\n\n\n', 'Ognuno\n\nsta solo 心 🙂\n', '\n']) {
      expect(verifyNote(signNote(poem, key), [key]).text).toBe(poem);
    }
  });

  it('keeps lines of keys it does not know, and is untrusted if there are only such lines', () => {
    const note = parseNote(`${text}\n${peterLine}${enochLine}`);
    expect(note.signatures.map(({ name, keyId }) => `${name}+${keyId}`)).toEqual([
      'PeterNeumann+c74f20a3',
      'EnochRoot+af0cfe78',
    ]);
    expect(formatNote(note)).toBe(`${text}\n${peterLine}${enochLine}`);
    expect(() => verifyNote(formatNote(note), [])).toThrow('ledger-note-untrusted');
    const namesake = generateSignerKey('PeterNeumann');
    expect(() => verifyNote(`${text}\n${peterLine}`, [namesake])).toThrow('ledger-note-untrusted');
  });

  it('is forged as a whole when one line of a known key does not verify', () => {
    const changed = text.replace('answer', 'Answer');
    expect(() => verifyNote(`${changed}\n${peterLine}`, [peter])).toThrow('ledger-note-forged');
    const enochForged = signNote('another text\n', generateSignerKey('EnochRoot')).split('\n')[2] ?? '';
    const bytes = Buffer.from(enochForged.split(' ')[2] ?? '', 'base64');
    bytes.write(enoch.id, 'hex');
    const note = `${text}\n${peterLine}— EnochRoot ${bytes.toString('base64')}\n`;
    expect(verifyNote(note, [peter]).text).toBe(text);
    expect(() => verifyNote(note, [peter, enoch])).toThrow('ledger-note-forged');
  });

  it('fails after any single bit is flipped', () => {
    const bytes = Buffer.from(`${text}\n${peterLine}`);
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      expect(() => verifyNote(flipBit(bytes, bit).toString('utf8'), [peter])).toThrow(/ledger-note/);
    }
  });

  it('is malformed where Go calls it malformed', () => {
    for (const message of [
      '',
      text,
      `${text}\n`,
      `${text}\n${peterLine.slice(0, -1)}`,
      `\u0001${text}\n${peterLine}`,
      `\ud800${text}\n${peterLine}`,
      `${text.replaceAll('\n', '\r\n')}\n${peterLine}`,
      `${text}\n— Bad Name x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=`,
      `${text}\n${peterLine}Unexpected line.\n`,
      `${text}\n${peterLine.repeat(101)}`,
      `${text}\n${peterLine}\n`,
      `${text}\n- PeterNeumann x08go/ZJ\n`,
      `${text}\n— PeterNeumann x08go\n`,
      `${text}\n— PeterNeumann x08gow==\n`,
      `${text}\n— PeterNeumann \n`,
    ]) {
      expect(() => verifyNote(message, [peter])).toThrow('ledger-note-malformed');
    }
    expect(() => signNote('no newline at the end', parseSignerKey(peterSecret))).toThrow('malformed');
    expect(() => signNote('tab\t\n', parseSignerKey(peterSecret))).toThrow('malformed');
  });
});

describe('a note key', () => {
  it('is written as it was read', () => {
    expect(formatVerifierKey(peter)).toBe(peterKey);
    expect(formatSignerKey(parseSignerKey(peterSecret))).toBe(peterSecret);
    expect(formatVerifierKey(parseSignerKey(peterSecret))).toBe(peterKey);
    const fresh = generateSignerKey('log.example/driverseat');
    expect(formatVerifierKey(parseSignerKey(formatSignerKey(fresh)))).toBe(formatVerifierKey(fresh));
  });

  it('is refused after any single bit is flipped', () => {
    const bytes = Buffer.from(peterKey);
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      expect(() => parseVerifierKey(flipBit(bytes, bit).toString('utf8'))).toThrow('ledger-key-malformed');
    }
  });

  it('is refused when cut, of another length or of another algorithm', () => {
    for (let end = 0; end < peterKey.length; end += 1) {
      expect(() => parseVerifierKey(peterKey.slice(0, end))).toThrow('ledger-key-malformed');
    }
    for (const key of [
      'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==',
      'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
      peterKey.replace('c74f20a3', 'C74F20A3'),
      `${peterKey}\n`,
    ]) {
      expect(() => parseVerifierKey(key)).toThrow('ledger-key-malformed');
    }
    expect(() => parseSignerKey(peterKey)).toThrow('ledger-key-malformed');
    expect(() => parseVerifierKey(peterSecret)).toThrow('ledger-key-malformed');
  });

  it('has a name without spaces and pluses', () => {
    for (const name of ['', 'a b', 'a+b', 'a\u00a0b', 'a\u2003b', 'a\nb', 'a\u0085b', '\ud800']) {
      expect(() => generateSignerKey(name)).toThrow('ledger-key-malformed');
    }
  });
});
