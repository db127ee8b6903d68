import { useState } from 'react';
import { createRoot } from 'react-dom/client';

/** The least a React page can be: one field, an answer that follows it, and the same again as the next screen. */
function Page() {
  const [screen, setScreen] = useState(1);
  return <Screen key={screen} screen={screen} onNext={() => setScreen(screen + 1)} />;
}

function Screen({ screen, onNext }: { readonly screen: number; readonly onNext: () => void }) {
  const [text, setText] = useState('');
  return (
    <div data-screen={screen}>
      <label>
        Text <input value={text} onChange={(event) => setText(event.target.value)} />
        <output>{text}</output>
      </label>
      <button type="button" onClick={onNext}>
        Next
      </button>
    </div>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<Page />);
