import { crc32, deflateSync } from 'node:zlib';

const WIDTH = 480;
const HEIGHT = 300;

type Colour = readonly [red: number, green: number, blue: number];
const GROUND: Colour = [238, 233, 220];
const WATER: Colour = [176, 206, 222];
const ROAD: Colour = [255, 255, 255];
const HOUSE: Colour = [205, 196, 180];
const MARK: Colour = [176, 58, 46];

/** Where the workshop's van stops: a river, two roads, houses and a mark, drawn pixel by pixel as a PNG. */
export function drawSketchMap(): Buffer {
  const row = 1 + WIDTH * 3;
  const pixels = Buffer.alloc(row * HEIGHT);
  for (let y = 0; y < HEIGHT; y += 1)
    for (let x = 0; x < WIDTH; x += 1) pixels.set(colourAt(x, y), y * row + 1 + x * 3);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  // Eight bits a channel, red, green and blue.
  header.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function colourAt(x: number, y: number): Colour {
  if (Math.hypot(x - 300, y - 128) < 13) return MARK;
  if (Math.hypot(x - 300, y - 128) < 18) return ROAD;
  if (Math.abs(y - (150 - 0.14 * (x - 240))) < 9 || Math.abs(x - (190 + 0.25 * (y - 150))) < 8) return ROAD;
  if (Math.abs(y - (245 + 18 * Math.sin(x / 70))) < 17) return WATER;
  const inBlock = x % 74 > 14 && x % 74 < 56 && y % 62 > 12 && y % 62 < 44;
  return inBlock && y < 205 ? HOUSE : GROUND;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
