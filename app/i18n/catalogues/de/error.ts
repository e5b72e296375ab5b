import { requestProblem } from './request-problem.ts';

/** Everything that can go wrong, said so that one knows what to do next. */
export const error = {
  form: {
    summary_one: 'Eine Angabe passt noch nicht.',
    summary_other: '{{count}} Angaben passen noch nicht.',
    kept: 'Was Sie eingetragen haben, steht noch da.',
    required: 'Bitte füllen Sie dieses Feld aus.',
    requiredChoice: 'Bitte wählen Sie eine Antwort.',
    requiredFor: 'Für ein Ja fehlt noch: {{field}}.',
    tooLong: 'Das ist zu lang. Möglich sind {{max}} Zeichen.',
    email: 'Das ist noch keine ganze E-Mail-Adresse. Sie sieht so aus: name@beispiel.at',
    phone: 'Bitte schreiben Sie die Nummer mit der Vorwahl des Landes, zum Beispiel +43 660 1234567.',
    postalCode: 'Bitte geben Sie vier oder fünf Ziffern ein, zum Beispiel 5020.',
    date: 'Dieses Datum gibt es nicht. Schreiben Sie es so: 14.6.1984',
    dateFuture: 'Dieses Datum liegt in der Zukunft.',
    datePast: 'Dieses Datum ist schon vorbei.',
    dateOrder: 'Das zweite Datum liegt vor dem ersten.',
    numberRange: 'Bitte geben Sie eine Zahl von {{min}} bis {{max}} ein.',
    choice: 'Bitte wählen Sie etwas aus der Liste.',
    characters: 'Dieses Feld enthält Zeichen, die wir nicht lesen können.',
    wayNeeds: {
      email: 'Für E-Mails gehört Ihre E-Mail-Adresse dazu. Wählen Sie auch sie, oder einen anderen Weg.',
      sms: 'Für SMS gehört Ihre Handynummer dazu. Wählen Sie auch sie, oder einen anderen Weg.',
      phone: 'Für Anrufe gehört Ihre Nummer dazu. Wählen Sie auch sie, oder einen anderen Weg.',
      post: 'Für Briefe gehört Ihre Adresse dazu. Wählen Sie auch sie, oder einen anderen Weg.',
    },
    channelMissing: 'Bitte wählen Sie mindestens einen Weg, auf dem man Sie erreicht.',
    emailTaken: 'Mit dieser Adresse geht das nicht. Bitte nehmen Sie eine andere.',
    passwordShort: 'Bitte nehmen Sie mindestens {{min}} Zeichen. Ein ganzer Satz ist gut.',
    passwordCommon: 'Dieses Passwort ist zu bekannt. Bitte nehmen Sie ein anderes.',
    underAge: 'Unter {{age}} Jahren können nur die Eltern Ja sagen. Ihr Konto bleibt.',
  },
  signIn: {
    wrong: 'Adresse oder Passwort stimmen nicht.',
    tooMany: 'Das waren zu viele Versuche. Ab {{time}} geht es wieder.',
  },
  code: {
    wrong_one: 'Dieser Code stimmt nicht. Sie haben noch einen Versuch.',
    wrong_other: 'Dieser Code stimmt nicht. Sie haben noch {{count}} Versuche.',
    format: 'Der Code hat {{length}} Ziffern.',
    expired: 'Dieser Code ist zu alt. Wir schicken Ihnen gern einen neuen.',
    locked: 'Das waren zu viele Versuche. Bitte holen Sie sich einen neuen Code.',
  },
  link: {
    used: 'Dieser Link wurde schon benutzt. Er gilt nur einmal.',
    expired: 'Dieser Link ist zu alt. Wir schicken Ihnen gern einen neuen.',
    foreign: 'Dieser Link gehört zu einem anderen Konto. Melden Sie sich zuerst ab.',
    broken: 'Dieser Link ist nicht vollständig. Kopieren Sie ihn bitte ganz aus der Mail.',
  },
  decision: {
    doubleSubmit: 'Das kam zweimal an. Wir haben es einmal gespeichert.',
    changedMeanwhile: 'Der Text hat sich geändert, während Sie lasen. Bitte lesen Sie ihn noch einmal.',
    noChoice: 'Hier gibt es nichts zu entscheiden.',
    undoTooLate: 'Die zehn Minuten sind vorbei. Sie können neu entscheiden.',
    undoNotLast: 'Danach kam schon eine neue Entscheidung. Sie können neu entscheiden.',
    confirmFirst: 'Bitte bestätigen Sie zuerst Ihre E-Mail-Adresse.',
  },
  upload: {
    'too-large': 'Die Dateien sind zusammen zu groß. Möglich sind {{max}} MB.',
    busy: 'Gerade senden viele etwas. Bitte versuchen Sie es in einer Minute noch einmal.',
    'too-slow': 'Das Senden hat zu lange gedauert. Bitte versuchen Sie es noch einmal.',
    'sending-already': 'Sie senden gerade schon Dateien. Bitte warten Sie, bis sie da sind.',
    kept: 'Gesendet wurde nichts. Ihr Text steht wieder da. Nur die Dateien wählen Sie bitte noch einmal aus.',
    notSent: 'Gesendet wurde nichts. Bitte senden Sie das Formular noch einmal.',
  },
  request: requestProblem,
  page: {
    errorId: 'Nummer für Rückfragen: {{id}}',
    toHome: 'Zur Übersicht',
    badRequest: {
      title: 'Das haben wir nicht verstanden',
      text: 'Die Anfrage war nicht vollständig. Gehen Sie einen Schritt zurück und versuchen Sie es noch einmal.',
    },
    forbidden: {
      title: 'Das ging nicht von hier aus',
      text: 'Die Anfrage kam nicht von unserer eigenen Seite. Bitte öffnen Sie das Portal neu. Es wurde nichts geändert.',
    },
    notFound: {
      title: 'Diese Seite gibt es nicht',
      text: 'Der Link ist alt oder hat einen Tippfehler. Von der Übersicht aus finden Sie alles wieder.',
    },
    methodNotAllowed: {
      title: 'So geht das nicht',
      text: 'Diese Adresse ist kein Link zum Öffnen. Bitte gehen Sie zurück und nehmen Sie den Knopf.',
    },
    conflict: {
      title: 'Das hat sich überschnitten',
      text: 'Gerade wurde dasselbe schon geändert. Laden Sie die Seite neu. Dann sehen Sie, was gilt.',
    },
    tooLarge: {
      title: 'Das ist zu groß',
      text: 'Was Sie gesendet haben, ist zu groß. Es wurde nichts gespeichert. Bitte senden Sie weniger auf einmal.',
    },
    tooMany: {
      title: 'Einen Moment bitte',
      text: 'Das waren sehr viele Anfragen. Bitte warten Sie kurz, dann geht es weiter.',
    },
    server: {
      title: 'Da ist uns etwas missglückt',
      text: 'Der Fehler liegt bei uns. Es wurde nichts halb gespeichert. Bitte versuchen Sie es gleich noch einmal.',
    },
    unavailable: {
      title: 'Wir sind gleich wieder da',
      text: 'Das Portal wird gerade neu gestartet. Bitte versuchen Sie es in einer Minute noch einmal.',
    },
  },
} as const;
