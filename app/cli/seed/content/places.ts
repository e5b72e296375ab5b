export type Country = 'at' | 'de' | 'ch' | 'li';

export interface Place {
  readonly country: Country;
  readonly postalCode: string;
  readonly city: string;
}

/** Real towns, so that the postal region of a code means something; "6900 Bregenz" one entry. */
const TOWNS: Readonly<Record<Country, readonly string[]>> = {
  at: [
    ...['6900 Bregenz', '6850 Dornbirn', '6890 Lustenau', '6971 Hard', '6973 Höchst', '6923 Lauterach'],
    ...['6922 Wolfurt', '6800 Feldkirch', '6840 Götzis', '6845 Hohenems', '6830 Rankweil', '6700 Bludenz'],
    ...['6911 Lochau', '6912 Hörbranz', '6844 Altach', '6858 Schwarzach', '6863 Egg', '6870 Bezau'],
  ],
  de: [
    ...['88131 Lindau', '88045 Friedrichshafen', '88046 Friedrichshafen', '78462 Konstanz', '78464 Konstanz'],
    ...['78467 Konstanz', '88662 Überlingen', '88709 Meersburg', '88212 Ravensburg', '88250 Weingarten'],
    ...['88239 Wangen im Allgäu', '88677 Markdorf', '78315 Radolfzell', '78224 Singen', '88085 Langenargen'],
    ...['88079 Kressbronn', '88069 Tettnang', '88142 Wasserburg'],
  ],
  ch: [
    ...['9000 St. Gallen', '9008 St. Gallen', '9400 Rorschach', '8590 Romanshorn', '9320 Arbon'],
    ...['8280 Kreuzlingen', '9434 Au', '9443 Widnau', '9430 St. Margrethen', '9450 Altstätten'],
    ...['9470 Buchs', '9200 Gossau', '8580 Amriswil', '9100 Herisau', '9403 Goldach', '8266 Steckborn'],
  ],
  li: ['9490 Vaduz', '9494 Schaan', '9492 Eschen', '9496 Balzers'],
};

export function placesOf(country: Country): Place[] {
  return TOWNS[country].map((town) => {
    const blank = town.indexOf(' ');
    return { country, postalCode: town.slice(0, blank), city: town.slice(blank + 1) };
  });
}

export const STREETS: readonly string[] = [
  ...[
    'Ahornweg',
    'Amselweg',
    'Am Bach',
    'Am Damm',
    'Bahnhofstraße',
    'Bergstraße',
    'Birkenweg',
    'Brunnengasse',
  ],
  ...[
    'Buchenweg',
    'Dorfstraße',
    'Erlenweg',
    'Feldweg',
    'Fliederweg',
    'Gartenstraße',
    'Hafenstraße',
    'Haldenweg',
  ],
  ...[
    'Hauptstraße',
    'Hofgasse',
    'Im Ried',
    'Kirchgasse',
    'Lindenweg',
    'Marktgasse',
    'Mühlgasse',
    'Obere Gasse',
  ],
  ...['Quellenweg', 'Rebweg', 'Rosenweg', 'Schulstraße', 'Seeblick', 'Seestraße', 'Sonnenhalde', 'Unterdorf'],
];

/** Switzerland and Liechtenstein write no sharp s. */
export function streetIn(country: Country, street: string): string {
  return country === 'ch' || country === 'li' ? street.replaceAll('ß', 'ss') : street;
}

/**
 * A mobile number that no network gives to anybody. Germany: the 200 numbers
 * kept free for films; elsewhere subscriber numbers that start with zeros.
 * @param n any whole number from 0; German numbers repeat after 200
 */
export function fictionalMobile(country: Country, n: number): string {
  const tail = (digits: number): string => String(n % 10 ** digits).padStart(digits, '0');
  if (country === 'de') {
    const film = n % 200;
    return film < 100 ? `+4917139200${tail(2)}` : `+4917604069${String(film - 100).padStart(3, '0')}`;
  }
  if (country === 'at') return `+43660000${tail(4)}`;
  return country === 'ch' ? `+4179000${tail(4)}` : `+42370${tail(5)}`;
}
