/** The list of demo people and the outbox, which exist only in the demo. */
export const demo = {
  people: {
    title: 'Menschen im Beispiel',
    headline: 'Schauen Sie mit anderen Augen.',
    lead: 'Ein Druck, und Sie sind angemeldet. Alle Menschen und Firmen hier sind erfunden.',
    customers: 'Kundinnen und Kunden',
    operator: 'Betrieb',
    none: 'Hier ist noch niemand. Bitte legen Sie die Vorführung mit npm run demo an.',
  },
  tour: {
    title: 'Rundgang in sieben Schritten',
    lead: 'Jeder Schritt meldet Sie als die Person an, um die es geht.',
    go: 'Ansehen',
    join: {
      title: 'Neu an der Kasse',
      text: 'Sie scannen einen Code bei Alpenrad und antworten. Die Mail dazu liegt unter „Ausgehende Mails“.',
    },
    list: {
      title: 'Was das Marketing sieht',
      text: 'Das Marketing sieht nur Menschen, die Ja gesagt haben. Alles andere heißt dort „nicht freigegeben“.',
    },
    looks: {
      title: 'Wer hat geschaut',
      text: 'Anna sieht jeden Blick: welche Firma, welche Angaben, wofür und wann.',
    },
    takeBack: {
      title: 'Zurücknehmen',
      text: 'Anna öffnet Alpenrad und nimmt ein Ja zurück. Das braucht nicht mehr Schritte als das Ja.',
    },
    log: {
      title: 'Nachweisen',
      text: 'Der Datenschutz sucht im Protokoll und druckt den Nachweis auf einer Seite.',
    },
    check: {
      title: 'Prüfen',
      text: 'Ein Druck prüft das ganze Protokoll. Niemand kann einen Eintrag heimlich ändern.',
    },
    takeAlong: {
      title: 'Alles mitnehmen',
      text: 'Anna lädt alles herunter: zum Lesen und für Programme.',
    },
  },
  mailbox: {
    title: 'Ausgehende Mails',
    headline: 'Diese Mails wären hinausgegangen.',
    lead: 'Die Vorführung verschickt nichts. Die Links hier funktionieren.',
    empty: 'Noch ist keine Mail da.',
    emptyText: 'Antworten Sie auf der Seite einer Firma oder melden Sie sich mit einem Code an.',
    to: 'an {{recipient}}',
    toLeaver: 'an die Adresse eines Kontos, das es nicht mehr gibt',
    html: 'Dieselbe Mail als HTML-Text',
  },
  banner: 'Dies ist ein Beispiel mit erfundenen Menschen und Firmen.',
} as const;
