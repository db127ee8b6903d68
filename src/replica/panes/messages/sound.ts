/** Whether messages ring. The choice is remembered on the device; nothing else is. */
const key = 'replique.sound';
const listeners = new Set<() => void>();
/** What counts where storage is blocked. */
let silent = false;

export function soundIsOn(): boolean {
  try {
    return localStorage.getItem(key) !== 'off';
  } catch {
    return !silent;
  }
}

export function setSound(on: boolean): void {
  silent = !on;
  try {
    localStorage.setItem(key, on ? 'on' : 'off');
  } catch {
    // Storage is blocked: the choice holds until the page closes.
  }
  for (const listener of listeners) listener();
}

export function onSoundChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Two soft notes. Silent where the browser has no sound, or wants a gesture first: the words are said anyway. */
export function ring(Context: typeof AudioContext | undefined = globalThis.AudioContext): void {
  if (!soundIsOn() || !Context) return;
  try {
    const context = new Context();
    const volume = context.createGain();
    volume.connect(context.destination);
    [587.33, 783.99].forEach((pitch, at) => {
      const start = context.currentTime + at * 0.16;
      const note = context.createOscillator();
      const shape = context.createGain();
      note.frequency.value = pitch;
      shape.gain.setValueAtTime(0, start);
      shape.gain.linearRampToValueAtTime(0.12, start + 0.02);
      shape.gain.exponentialRampToValueAtTime(0.0001, start + 0.5);
      note.connect(shape).connect(volume);
      note.start(start);
      note.stop(start + 0.55);
      if (at === 1) note.onended = () => void context.close();
    });
  } catch {
    // No sound device: not worth a word.
  }
}
