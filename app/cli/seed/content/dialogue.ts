import type { InteractionKind } from '#schema/interaction.ts';
import type { CompanySlug } from './companies.ts';

/** What customers ask of themselves and what they hear, and what staff write down after a talk. */
interface CompanyTalk {
  readonly asked: readonly { readonly title: string; readonly text: string; readonly answer: string }[];
  readonly written: readonly { readonly entry: InteractionKind; readonly text: string }[];
}

export const TALK: Readonly<Record<CompanySlug, CompanyTalk>> = {
  alpenrad: {
    asked: [
      {
        title: 'Winterreifen mit Spikes',
        text: 'Grüß Gott, ich suche Reifen mit Spikes für 28 Zoll. Was haben Sie da, und was kostet der Wechsel?',
        answer:
          'Gern: Zwei Sätze sind im Laden, ab 89 Euro. Der Wechsel kostet 25 Euro und dauert eine halbe Stunde.',
      },
      {
        title: 'Leihrad im Mai',
        text: 'Meine Schwester kommt im Mai für eine Woche. Kann sie bei Ihnen ein Rad leihen?',
        answer:
          'Ja, ein Tourenrad kostet 18 Euro am Tag, ab fünf Tagen 15 Euro. Rufen Sie uns zwei Tage vorher an.',
      },
    ],
    written: [
      { entry: 'service', text: 'Bremsbeläge vorne und hinten gewechselt, Kette geprüft.' },
      { entry: 'purchase', text: 'Helm gekauft, Rechnung per Post gewünscht.' },
    ],
  },
  rheinstrom: {
    asked: [
      {
        title: 'Wann kommt der neue Zähler?',
        text: 'In der Straße werden Zähler getauscht. Wann sind wir dran, und muss jemand zu Hause sein?',
        answer: 'Bei Ihnen ist es im März. Wir schreiben zwei Wochen vorher. Jemand sollte die Tür öffnen.',
      },
      {
        title: 'Abschlag zu hoch',
        text: 'Seit der Wärmepumpe brauchen wir kein Gas mehr. Können Sie den Abschlag senken?',
        answer: 'Ja. Ab dem nächsten Monat zahlen Sie 62 Euro statt 118 Euro.',
      },
    ],
    written: [
      { entry: 'contact', text: 'Rückruf zum Verbrauch, Ablesung erklärt.' },
      { entry: 'visit', text: 'Zähler geprüft, alles in Ordnung.' },
    ],
  },
  kornundkruste: {
    asked: [
      {
        title: 'Brot ohne Roggen',
        text: 'Ich vertrage keinen Roggen. Welche Brote kann ich nehmen?',
        answer:
          'Dinkelkruste und das helle Bauernbrot sind ohne Roggen. Gebacken wird aber in derselben Backstube.',
      },
    ],
    written: [
      { entry: 'purchase', text: 'Torte für Samstag vorbestellt.' },
      { entry: 'contact', text: 'Rückmeldung zum neuen Brot, gut angekommen.' },
    ],
  },
};
