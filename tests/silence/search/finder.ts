import { isShort, type Marker } from '../markers.ts';
import { type Needle, needlesOf } from './needles.ts';

export interface Found {
  readonly marker: Marker;
  readonly encoding: string;
}

/** Looks for thousands of markers at once. */
export class Finder {
  readonly #byStart = new Map<number, Needle[]>();
  /** Whether four bytes may begin a needle: asked at each byte, so it must be quick to say no. */
  readonly #may = new Uint8Array(1 << 20);
  readonly #short = new Map<string, Marker>();
  /** Bytes looked at so far. */
  searched = 0;

  constructor(markers: readonly Marker[]) {
    for (const needle of needlesOf(markers)) {
      const start = needle.bytes.readUInt32LE(0);
      const others = this.#byStart.get(start);
      if (others) others.push(needle);
      else this.#byStart.set(start, [needle]);
      this.#may[hash(start)] = 1;
    }
    for (const marker of markers.filter(isShort)) for (const form of marker.forms) this.#short.set(form, marker);
  }

  /** In bytes of any kind. Markers too short to be told from chance are not looked for here. */
  inBytes(bytes: Uint8Array): readonly Found[] {
    this.searched += bytes.length;
    const found = new Map<string, Found>();
    let start = 0;
    for (let at = 0; at < bytes.length; at += 1) {
      start = (start >>> 8) | ((bytes[at] ?? 0) << 24);
      if (this.#may[hash(start >>> 0)] === 0 || at < 3) continue;
      for (const { marker, encoding, bytes: needle } of this.#byStart.get(start >>> 0) ?? []) {
        const from = at - 3;
        if (needle.length > bytes.length - from || !matches(bytes, from, needle)) continue;
        found.set(`${marker.id} ${encoding}`, { marker, encoding });
      }
    }
    return [...found.values()];
  }

  /** In words and data, where a short marker is looked for too, as a word or a number of its own. */
  inText(text: string): readonly Found[] {
    const found = [...this.inBytes(Buffer.from(text))];
    if (this.#short.size === 0) return found;
    for (const [word] of text.matchAll(/[\p{L}\d]+/gu)) {
      const marker = this.#short.get(word);
      if (marker) found.push({ marker, encoding: 'as typed' });
    }
    return found;
  }
}

const hash = (start: number): number => (Math.imul(start, 0x9e3779b1) >>> 12) & 0xfffff;

function matches(bytes: Uint8Array, from: number, needle: Buffer): boolean {
  for (let at = 4; at < needle.length; at += 1) if (bytes[from + at] !== needle[at]) return false;
  return true;
}
