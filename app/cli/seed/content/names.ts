/** 48 + 48 given and 96 family names make 9,216 pairs. Anna and Ben are taken by the two handwritten people. */
export const GIVEN_NAMES_MS: readonly string[] = [
  ...[
    'Alina',
    'Amelie',
    'Andrea',
    'Angelika',
    'Barbara',
    'Birgit',
    'Carina',
    'Claudia',
    'Corinna',
    'Daniela',
  ],
  ...['Doris', 'Elena', 'Elif', 'Elisabeth', 'Emma', 'Esra', 'Eva', 'Franziska', 'Gabriele', 'Hanna'],
  ...['Heidi', 'Ines', 'Ivana', 'Jana', 'Johanna', 'Julia', 'Karin', 'Katharina', 'Laura', 'Lea'],
  ...['Leonie', 'Lisa', 'Magdalena', 'Manuela', 'Maria', 'Martina', 'Mira', 'Miriam', 'Nadine', 'Nina'],
  ...['Petra', 'Sabine', 'Sandra', 'Selina', 'Sophie', 'Theresa', 'Ursula', 'Verena'],
];

export const GIVEN_NAMES_MR: readonly string[] = [
  ...[
    'Adrian',
    'Alexander',
    'Andreas',
    'Armin',
    'Benedikt',
    'Bernd',
    'Christian',
    'Christoph',
    'Clemens',
    'Dario',
  ],
  ...['David', 'Dominik', 'Elias', 'Emre', 'Fabian', 'Felix', 'Florian', 'Georg', 'Gregor', 'Hannes'],
  ...['Harald', 'Ivo', 'Jan', 'Johannes', 'Jonas', 'Julian', 'Kilian', 'Lorenz', 'Luca', 'Lukas'],
  ...['Marco', 'Mario', 'Markus', 'Martin', 'Matthias', 'Michael', 'Moritz', 'Niklas', 'Noah', 'Oliver'],
  ...['Patrick', 'Peter', 'Raphael', 'Samuel', 'Simon', 'Stefan', 'Thomas', 'Valentin'],
];

export const FAMILY_NAMES: readonly string[] = [
  ...[
    'Aebi',
    'Albrecht',
    'Amann',
    'Ammann',
    'Bachmann',
    'Baumann',
    'Baumgartner',
    'Bechter',
    'Berchtold',
    'Berger',
  ],
  ...[
    'Bischof',
    'Bitschnau',
    'Brändle',
    'Braun',
    'Bucher',
    'Burtscher',
    'Demir',
    'Dietrich',
    'Dobler',
    'Eberle',
  ],
  ...['Egger', 'Eugster', 'Fässler', 'Fink', 'Flatz', 'Forster', 'Frei', 'Frick', 'Fritsche', 'Fuchs'],
  ...['Ganahl', 'Gasser', 'Gassner', 'Graf', 'Grabher', 'Greber', 'Gruber', 'Gut', 'Hagen', 'Hagspiel'],
  ...['Halder', 'Hämmerle', 'Hartmann', 'Hauser', 'Heinzle', 'Hofer', 'Huber', 'Hug', 'Jäger', 'Jenny'],
  ...['Kaufmann', 'Keel', 'Koch', 'Kohler', 'König', 'Kovačić', 'Lang', 'Lässer', 'Lechner', 'Mätzler'],
  ...[
    'Meier',
    'Meusburger',
    'Moosbrugger',
    'Moser',
    'Müller',
    'Nägele',
    'Nenning',
    'Nigg',
    'Oberhauser',
    'Ospelt',
  ],
  ...[
    'Petrović',
    'Pfister',
    'Rauch',
    'Rohner',
    'Rüdisser',
    'Schäfer',
    'Schertler',
    'Schmid',
    'Schneider',
    'Schwarz',
  ],
  ...[
    'Schwendinger',
    'Seger',
    'Sohm',
    'Spiegel',
    'Steiner',
    'Sutterlüty',
    'Thurnher',
    'Tschofen',
    'Vogel',
    'Vonbank',
  ],
  ...['Wachter', 'Walser', 'Weber', 'Wirth', 'Yılmaz', 'Zumtobel'],
];

/** Domains that nobody can own (RFC 2606), so that no mail of the demo ever reaches a person. */
export const MAIL_DOMAINS: readonly string[] = [
  'example.org',
  'example.com',
  'example.net',
  'seepost.example',
  'rheintal.example',
];

const LETTERS: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  ı: 'i',
  č: 'c',
  ć: 'c',
};

/** "Sutterlüty" -> "sutterluety": what stands in an e-mail address. */
export function asciiOf(name: string): string {
  return name.toLowerCase().replace(/[äöüßıčć]/gu, (letter) => LETTERS[letter] ?? '');
}
