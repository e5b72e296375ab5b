import type { NoticeContent } from '#schema/company.ts';
import { OPERATOR } from '../companies.ts';

export const PORTAL_NOTICE_DE: NoticeContent = {
  language: 'de',
  title: 'Datenschutz in diesem Portal',
  short: [
    'Ihr Profil gehört Ihnen. Firmen sehen nur, was Sie für einen Zweck erlauben.',
    'Am Anfang ist nichts erlaubt.',
    'Sie sehen jeden Blick in Ihre Daten und können jedes Ja sofort zurücknehmen.',
    'Wir zeigen keine Werbung und laden nichts von fremden Servern.',
    'Dies ist eine Vorführung. Alle Menschen und Firmen darin sind erfunden.',
  ],
  sections: [
    {
      heading: 'Wer das Portal betreibt',
      paragraphs: [
        `${OPERATOR.legalName}, ${OPERATOR.address}.`,
        `Sie erreichen uns unter ${OPERATOR.email}.`,
        `Um den Datenschutz kümmert sich ${OPERATOR.officer.name}, ${OPERATOR.officer.email}.`,
      ],
    },
    {
      heading: 'Was wir speichern',
      paragraphs: [
        'Ihre Adresse für die Anmeldung und was Sie selbst in Ihr Profil schreiben.',
        'Wann Sie wozu Ja oder Nein gesagt haben, und welchen Text Sie dabei gesehen haben.',
        'Wer wann und wofür in Ihre Daten geschaut hat.',
        'Ihr Profil liegt verschlüsselt. Wer das Portal betreibt, liest darin nicht.',
        'Einige grobe Angaben dürfen Firmen zählen, wenn Sie es erlauben. Sie stehen ohne Namen da.',
      ],
    },
    {
      heading: 'Warum wir das dürfen',
      paragraphs: [
        'Ohne Konto geht es nicht: Das ist unser Vertrag mit Ihnen (Art. 6 Abs. 1 lit. b DSGVO).',
        'Was Firmen sehen, bestimmen Sie mit Ihrem Ja (Art. 6 Abs. 1 lit. a DSGVO).',
        'Den Beweis dafür verlangt das Gesetz (Art. 7 Abs. 1 DSGVO).',
      ],
    },
    {
      heading: 'Cookies und Technik',
      paragraphs: [
        'Wir setzen nur Cookies, ohne die das Portal nicht geht. Eines hält Sie angemeldet, eines merkt sich die Sprache.',
        'Ein drittes erkennt Ihr Gerät wieder. So melden wir Ihnen, wenn sich jemand auf einem fremden Gerät anmeldet.',
        'Wir messen nicht, wie Sie sich auf den Seiten bewegen.',
        'Alle Seiten für Kunden gehen auch ohne JavaScript.',
      ],
    },
    {
      heading: 'Wo die Daten liegen und wie lange',
      paragraphs: [
        'Die Daten liegen auf dem Rechner, auf dem diese Vorführung läuft. Kein anderer bekommt sie.',
        'Wenn Sie gehen, löschen wir Ihr Profil. Die Beweise bleiben, solange das Gesetz sie braucht.',
      ],
    },
    {
      heading: 'Ihre Rechte',
      paragraphs: [
        'Sie können alles ansehen, als Datei mitnehmen, ändern und löschen.',
        'Ein Ja zurückzunehmen braucht nicht mehr Schritte als es zu geben.',
        `Wenn Sie mit uns nicht weiterkommen, hilft die Behörde: ${OPERATOR.authority.name}.`,
        `Website der Behörde: ${OPERATOR.authority.url}`,
      ],
    },
  ],
};
