import type { CompanyProfile, NoticeContent } from '#schema/company.ts';
import type { NoticeFacts } from './facts.ts';

/** GDPR Art. 13 in the order in which people ask; the purposes themselves stand on their own pages. */
export function companyNoticeDe(company: CompanyProfile, facts: NoticeFacts): NoticeContent {
  return {
    language: 'de',
    title: `Datenschutz bei ${company.name}`,
    short: [
      'Was Sie nicht erlauben, bleibt bei Ihnen.',
      'Jeden Zweck lesen Sie auf einer eigenen Seite. Dort sagen Sie Ja oder Nein.',
      'Ein Ja können Sie jederzeit zurücknehmen. Das wirkt sofort und kostet nichts.',
      'Sie sehen bei jedem Blick in Ihre Daten, wer es war, wann und wofür.',
      'Diese Firma ist für die Vorführung erfunden.',
    ],
    sections: [
      {
        heading: 'Wer für Ihre Daten geradesteht',
        paragraphs: [
          `${company.legalName}, ${company.address}.`,
          `Sie erreichen uns unter ${company.email}.`,
          `Um den Datenschutz kümmert sich ${company.officer.name}, ${company.officer.email}.`,
        ],
      },
      {
        heading: 'Wofür wir Daten brauchen',
        paragraphs: [
          `Wir brauchen Daten ${facts.occasions}.`,
          'Zu jedem Zweck steht dabei, welche Angaben wir brauchen und was beide Seiten davon haben.',
          'Für die meisten Zwecke brauchen wir Ihr Ja (Art. 6 Abs. 1 lit. a DSGVO).',
          'Was der Vertrag oder das Gesetz verlangt, zeigen wir auch. Dort gibt es keine Wahl.',
          'Werbung an eigene Kunden läuft manchmal ohne Ihr Ja. Ein Wort von Ihnen beendet sie sofort.',
        ],
      },
      {
        heading: 'Wer die Daten noch bekommt',
        paragraphs: [...facts.recipients, 'Wir verkaufen keine Daten.'],
      },
      { heading: 'Wo die Daten liegen', paragraphs: [...facts.storage] },
      {
        heading: 'Wie lange wir sie behalten',
        paragraphs: [
          ...facts.retention,
          'Wer wann Ja oder Nein gesagt hat, behalten wir als Beweis, so lange es nötig ist.',
        ],
      },
      { heading: 'Was Programme tun', paragraphs: [...facts.profiling] },
      {
        heading: 'Ihre Rechte',
        paragraphs: [
          'Sie können alles ansehen, mitnehmen, ändern und löschen lassen.',
          'Sie können uns verbieten, die Daten zu nutzen, solange etwas strittig ist.',
          'Das meiste davon tun Sie selbst in diesem Portal. Für den Rest genügt eine E-Mail an uns.',
          `Wenn Sie mit uns nicht weiterkommen, hilft die Behörde: ${company.authority.name}.`,
          `Website der Behörde: ${company.authority.url}`,
        ],
      },
      {
        heading: 'Wenn sich etwas ändert',
        paragraphs: [
          'Jede Fassung bleibt lesbar. Zu jedem Ja merken wir uns, welche damals galt.',
          'Eine neue Fassung macht aus Ihrem Ja nie mehr, als Sie erlaubt haben.',
        ],
      },
    ],
  };
}
