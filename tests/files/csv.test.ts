import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CSV_START, csvLine, neutraliseCell } from '#app/files/csv.ts';
import { readCsv } from '#tests/support/read-csv.ts';

describe('a cell that a spreadsheet would run', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['=HYPERLINK("http://x","y")', '\'=HYPERLINK("http://x","y")'],
    ['+43 660 1', "'+43 660 1"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['\n=1', "'\n=1"],
    ['  =1+1', "'  =1+1"],
    ['\u200B=1+1', "'\u200B=1+1"],
    ['＝1+1', "'＝1+1"],
  ])('%j becomes %j', (cell, plain) => {
    expect(neutraliseCell(cell)).toBe(plain);
  });

  test('other cells stay as they are', () => {
    for (const cell of ['', 'Anna', 'Anna-Maria', 'a=b', "O'Neill", '1+1', 'ß@example.at'])
      expect(neutraliseCell(cell)).toBe(cell);
  });
});

describe('a line', () => {
  test('quotes what is there and leaves empty what is not', () => {
    expect(csvLine(['Anna', undefined, '', 'say "hi"', 'a,b', 'two\nlines'])).toBe(
      '"Anna",,,"say ""hi""","a,b","two\nlines"\r\n',
    );
  });

  test('reads back as the neutralised cells, whatever stands in them', () => {
    const cells = fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { minLength: 1, maxLength: 6 });
    const hostile = fc.array(fc.constantFrom('"', ',', '\r\n', '=', "'", '\t', 'x', '""', ';'), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(cells, hostile, (row, parts) => {
        const all = [...row, parts.join('')];
        expect(readCsv(csvLine(all))).toEqual([all.map(neutraliseCell)]);
      }),
      { numRuns: 500 },
    );
  });

  test('the mark at the start is the one that spreadsheets know', () => {
    expect(Buffer.from(CSV_START).toString('hex')).toBe('efbbbf');
  });
});
