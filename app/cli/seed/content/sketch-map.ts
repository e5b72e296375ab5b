import { type Colour, drawPng } from './draw-png.ts';

const GROUND: Colour = [238, 233, 220];
const WATER: Colour = [176, 206, 222];
const ROAD: Colour = [255, 255, 255];
const HOUSE: Colour = [205, 196, 180];
const MARK: Colour = [176, 58, 46];

/** Where the workshop's van stops: a river, two roads, houses and a mark. */
export function drawSketchMap(): Buffer {
  return drawPng(480, 300, colourAt);
}

function colourAt(x: number, y: number): Colour {
  if (Math.hypot(x - 300, y - 128) < 13) return MARK;
  if (Math.hypot(x - 300, y - 128) < 18) return ROAD;
  if (Math.abs(y - (150 - 0.14 * (x - 240))) < 9 || Math.abs(x - (190 + 0.25 * (y - 150))) < 8) return ROAD;
  if (Math.abs(y - (245 + 18 * Math.sin(x / 70))) < 17) return WATER;
  const inBlock = x % 74 > 14 && x % 74 < 56 && y % 62 > 12 && y % 62 < 44;
  return inBlock && y < 205 ? HOUSE : GROUND;
}
