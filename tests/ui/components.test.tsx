import { readdirSync, readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { AnswerPair } from '#app/ui/answer-pair.tsx';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { HashValue } from '#app/ui/hash-value.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { everyComponent } from './every-component.tsx';

const folder = new URL('../../app/ui/', import.meta.url);
const files = readdirSync(folder);
const names = files.filter((file) => file.endsWith('.tsx')).map((file) => file.slice(0, -4));

describe('building blocks', () => {
  it('are all rendered by this suite', () => {
    expect(Object.keys(everyComponent).sort()).toEqual(names.sort());
  });

  it.each(names)('%s has no style attribute, no script and no handler in its markup', (name) => {
    const html = renderToStaticMarkup(everyComponent[name]);
    expect(html).not.toMatch(/\sstyle=|<script|<style|\son[a-z]+=/i);
    expect(html.length).toBeGreaterThan(10);
  });

  it.each(names)('%s has its stylesheet, collected in styles.css', (name) => {
    expect(files).toContain(`${name}.css`);
    const all = readFileSync(new URL('styles.css', folder), 'utf8');
    expect(all).toContain(`"./${name}.css" layer(components)`);
  });

  it('ask nothing from any other host', () => {
    for (const file of files.filter((name) => name.endsWith('.css'))) {
      expect(readFileSync(new URL(file, folder), 'utf8')).not.toMatch(/url\(|@font-face|https?:/);
    }
  });
});

describe('forms', () => {
  it('give yes and no the same kind of button, and neither is chosen beforehand', () => {
    const html = renderToStaticMarkup(
      <AnswerPair
        name="answer"
        label="?"
        yes={{ value: 'yes', label: 'Ja' }}
        no={{ value: 'no', label: 'Nein' }}
      />,
    );
    const buttons = html.match(/<button[^>]*>/g) ?? [];
    expect(buttons.map((tag) => tag.replace(/ value="[^"]*"/, ''))).toEqual(
      [buttons[0], buttons[0]].map(() => '<button type="submit" class="answer" name="answer">'),
    );
    expect(html).not.toContain('autofocus');
  });

  it('tie a field to its hint and its error', () => {
    const html = renderToStaticMarkup(<TextInput name="mail" label="E-Mail" hint="privat" error="Fehlt" />);
    expect(html).toContain('aria-describedby="mail-hint mail-error"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('for="mail"');
    expect(html).toContain('id="mail-error"');
  });

  it('tick nothing by themselves', () => {
    const html = renderToStaticMarkup(
      <ChoiceGroup legend="Weg" name="way" kind="checkbox" choices={[{ value: 'a', label: 'A' }]} />,
    );
    expect(html).not.toContain('checked');
  });

  it('show a summary of errors that takes the focus on load, and none without errors', () => {
    const html = renderToStaticMarkup(
      <ErrorSummary title="Fehlt" errors={[{ id: 'mail', text: 'E-Mail' }]} />,
    );
    expect(html).toMatch(/tabindex="-1" autofocus=""/);
    expect(html).toContain('href="#mail"');
    expect(renderToStaticMarkup(<ErrorSummary title="Fehlt" errors={[]} />)).toBe('');
    const named = (
      <ErrorSummary title="Fehlt" errors={[{ id: 'mail', label: 'E-Mail', text: 'Bitte füllen.' }]} />
    );
    expect(renderToStaticMarkup(named)).toContain('<a href="#mail">E-Mail: Bitte füllen.</a>');
  });
});

describe('values', () => {
  it('a hash copies as one plain value', () => {
    const html = renderToStaticMarkup(<HashValue value="0123456789abcdef01" />);
    expect(html.replace(/<[^>]+>/g, '')).toBe('0123456789abcdef01');
  });

  it('a table names each value again for the phone', () => {
    const column = { key: 'n', head: 'Anzahl', cell: (row: number) => row };
    const html = renderToStaticMarkup(
      <DataTable caption="Werte" columns={[column]} rows={[7]} rowKey={String} />,
    );
    expect(html).toContain('<th scope="col">Anzahl</th>');
    expect(html).toContain('<span class="table-label" aria-hidden="true">Anzahl</span>');
  });

  it('a wide table is a named region that the keyboard reaches; any other is none', () => {
    const column = { key: 'n', head: 'Anzahl', cell: (row: number) => row };
    const table = { caption: 'Werte', columns: [column], rows: [7], rowKey: String };
    expect(renderToStaticMarkup(<DataTable {...table} wide="Werte" />)).toMatch(
      /^<section class="table-frame table-wide" aria-label="Werte" tabindex="0">/,
    );
    expect(renderToStaticMarkup(<DataTable {...table} />)).toMatch(/^<div class="table-frame">/);
  });
});
