import { useEffect, useState } from 'react';
import { coachWords as words } from '#i18n';

/** French voices that speak on the device: a voice of a server would send out what is read (DESIGN §13.15). */
function localVoice(): SpeechSynthesisVoice | null {
  if (typeof speechSynthesis === 'undefined') return null;
  return (
    speechSynthesis.getVoices().find((voice) => voice.localService && voice.lang.toLowerCase().startsWith('fr')) ?? null
  );
}

/** Reads a text aloud on demand. Nothing is shown when the device has no local French voice. */
export function Listen({ text }: { readonly text: string }) {
  const [voice, setVoice] = useState(localVoice);
  const [speaking, setSpeaking] = useState(false);
  useEffect(() => {
    if (typeof speechSynthesis === 'undefined') return;
    const speech = speechSynthesis;
    const onVoices = () => setVoice(localVoice());
    onVoices();
    speech.addEventListener?.('voiceschanged', onVoices);
    return () => {
      speech.removeEventListener?.('voiceschanged', onVoices);
      speech.cancel();
    };
  }, []);
  if (!voice || text === '') return null;
  const toggle = () => {
    speechSynthesis.cancel();
    if (speaking) return setSpeaking(false);
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = 0.9;
    utterance.onend = () => setSpeaking(false);
    utterance.onerror = () => setSpeaking(false);
    setSpeaking(true);
    speechSynthesis.speak(utterance);
  };
  return (
    <button type="button" className="button button--quiet" onClick={toggle} aria-pressed={speaking}>
      {speaking ? words.stopListening : words.listen}
    </button>
  );
}
