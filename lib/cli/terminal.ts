import { COLOURED, type Palette, PLAIN } from '../text/palette';
import { type OutputStream } from './command';

/** Colours on a terminal alone, and not for whoever sets NO_COLOR. */
export function paletteOf({ isTTY }: OutputStream): Palette {
  return isTTY === true && (process.env.NO_COLOR ?? '') === '' ? COLOURED : PLAIN;
}
