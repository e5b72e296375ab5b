/** Shops of Korn & Kruste and Alpenrad, as people write them into `favourite-branch`. */
export const BRANCHES: readonly string[] = [
  'St. Gallen Markt',
  'St. Gallen Bahnhof',
  'Rorschach Hafen',
  'Arbon Altstadt',
  'Romanshorn See',
  'Kreuzlingen Süd',
  'Lindau Insel',
  'Dornbirn Markt',
  'Bregenz Hafen',
];
