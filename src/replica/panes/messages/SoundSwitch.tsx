import { useSyncExternalStore } from 'react';
import { Button } from '#components';
import { panesWords as words } from '#i18n';
import { onSoundChange, setSound, soundIsOn } from './sound.ts';

/** « Son : oui » or « Son : non », for the whole desk. */
export function SoundSwitch() {
  const on = useSyncExternalStore(onSoundChange, soundIsOn, () => true);
  return (
    <Button look="quiet" onClick={() => setSound(!on)}>
      {on ? words.soundOn : words.soundOff}
    </Button>
  );
}
