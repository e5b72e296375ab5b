/**
 * Words that the published lists of leaked passwords are made of, in German
 * and English. A password counts as known when one of them, once or repeated,
 * is all there is between digits and signs: `Passwort2026!`, `hallohallo12`.
 */
const WORDS = `
aaaa abc abcabc abcd abcde abcdef abcdefg abcdefgh abcdefghijkl abcdefghijklmn abcdefghijklmnopqrstuvwxyz
access account admin adminadmin administrator adobe albert alexander alexandra alexis alfred alpenrad amanda
america andrea andreas andrew angel angela angelo animal anna anthony apfel apple april arsenal asdf
asdfasdf asdfgh asdfghjk asdfghjkl asdfghjkloe ashley august austin auto azerty baby babygirl bailey banane
barbara barcelona baseball basketball batman bayern bayernmuenchen bella benjamin benutzer berlin biene
bigdog bitch blabla black blahblah blume bonnie borussia boss boston brandon braves brutus buddy bundesliga
business buster butterfly caroline changeme charles charlie chelsea chester chicago chicken chocolate chris
christian christina christine christoph claudia coffee computer cookie corvette cowboy cowboys cristian
dakota dallas daniel daniela david deepak default demo deutschland diamond diego dieter dolphin donald
dortmund dragon dreamer driverseat eagle eagles edward einhorn einstein elefant elephant elisabeth elizabeth
emily england erdbeere eric erika ernst esther everton familie family fernando ferrari firma fischer
flamingo flower fluffy football forever france frank frankfurt franz franziska freddy freedom freunde friend
friends fussball gabriel gandalf garfield gateway geheim geheimnis geld general george getmein ginger gott
graz guest guitar gunther guten gutentag hallo hallohallo hallowelt hamburg hammer hannah hannes hannover
hardcore harley harry hase haus heather heidi heike heinz hello helloworld helpme herbert hockey hola holger
hollywood horses hund hunter iceman ichliebedich iloveu iloveyou internet isabella jackson jacob james
janine jasmin jasmine jasper jennifer jens jeremy jessica jesus johann johannes john johnny jonas jonathan
jordan joseph joshua juergen julia julian junior jupiter justin justme karin karl karlheinz karsten
katharina katrin katze kennwort kerstin kevin killer king kitty klaus knuddel koeln konrad kornundkruste
kuchen kunde kurt lakers lara laura lauren legend leipzig letmein letmeinnow letmeinplease liberty liebe
liebling linda linkin lisa liverpool login london lorenz louise love lovelove lovely loveme loveyou lucky
lukas madison maggie magic manchester mandy manfred manuel manuela marcel marco margit maria marie marina
mario marion markus marlboro martin martina master matrix matthew matthias maus mausi maverick maxi
maximilian maxwell melanie melissa mercedes merlin metallica michael michaela michele michelle mickey
microsoft miguel mine minecraft miranda mississippi mitarbeiter monika monkey monster montag morgan morgen
mother motorrad mozart mueller muenchen mustang musterpasswort mypassword naruto nascar natalie nathan
nicholas nicola nicole ninja nirvana nobody nothing november october oesterreich oktober oliver olivia
orange oscar p@ssw0rd p@ssword pa55w0rd pa55word pascal pass passat passme passord passw passw0rd passwd
passwor password passwordpassword passwort passwortpasswort patrick paul peaches peanut pepper peter petra
pferd philipp phoenix pizza player please pokemon polizei porsche portal prince princess prinzessin privat
purple pw q1w2e3r4 q1w2e3r4t5 q1w2e3r4t5y6 q1w2e3r4t5z6 qaywsx qayxsw qaz qazwsx qazwsxedc qazwsxedcrfv qwer
qwert qwerty qwertyqwerty qwertyuiop qwertyuiopasdfghjkl qwertz qwertzqwertz qwertzui qwertzuiop
qwertzuiopasdfghjkl qwertzuiopu rabbit rachel raiders rainbow ranger rangers raphael rapid realmadrid
rebecca regenbogen renate rheinstrom richard robert roland rosebud rosen ruby runner russia sabine salzburg
samantha sammy samstag samsung sandra sarah sascha schalke schatz schatzi schnecke schnucki schokolade
schule schulz schwarz schweiz scooby scooter seahawks sebastian secret september server service shadow
shannon sicher sicherheit silke silver simon simone slayer slipknot smokey snoopy soccer sommer sonja sonne
sonnenschein sophie spiderman spiel sporting stalker star starwars steelers stefan stefanie steffi stella
stephan sternchen steven sturm stuttgart success sultan summer sunflower sunshine super supergirl superman
superstar susanne sweet sweetie sydney tabea tanja taylor teddy tennis test tester testing testtest thomas
thorsten thunder tiger tigger tinkerbell tobi tobias trinity trustme trustno trustnoone turtle tyler ulrich
urlaub user ute vanessa velo vfbstuttgart victor victoria victory viktoria vincent volkswagen walter
warcraft wasser welcome werder werner westham whatever wien william willkommen wilson winner winter wolf
wolfgang wolfsburg wordpass xxxx yamaha yankees yellow yugioh yvonne yxcvbn yxcvbnm zaq zaqwsx zaqxsw
zeppelin zuercher zuerich zxcvbn zxcvbnm
`;

const KNOWN = new Set(WORDS.split(/\s+/).filter((word) => word !== ''));
const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertzuiopü',
  'qwertyuiop',
  'asdfghjklöä',
  'yxcvbnm',
  'zxcvbnm',
];

export function isCommonPassword(password: string): boolean {
  const text = password.normalize('NFC').toLowerCase();
  const core = text.replace(/^[\P{L}]+|[\P{L}]+$/gu, '');
  return [text, core].some((part) => part !== '' && isKnown(repeatedUnit(part))) || isRun(text);
}

function isKnown(word: string): boolean {
  return KNOWN.has(word) || KNOWN.has(word.replace(/[^\p{L}\p{N}]/gu, ''));
}

/** `hallohallo` -> `hallo`; a text that repeats nothing is its own unit. */
function repeatedUnit(text: string): string {
  for (let length = 1; length <= text.length / 2; length += 1) {
    if (text.length % length === 0 && text.slice(0, length).repeat(text.length / length) === text)
      return text.slice(0, length);
  }
  return text;
}

/** Two signs only, a short unit repeated, or a piece of the alphabet or of a keyboard row in either direction. */
function isRun(text: string): boolean {
  if (new Set(text).size <= 2) return true;
  const unit = repeatedUnit(text);
  const rows = ROWS.flatMap((row) => [row, [...row].reverse().join('')]);
  return (
    rows.some((row) => row.includes(unit) && unit.length >= 3) ||
    (unit.length <= 3 && unit.length < text.length)
  );
}
