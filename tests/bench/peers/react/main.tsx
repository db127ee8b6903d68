import { useState } from 'react';
import { createRoot } from 'react-dom/client';

/** The least a React page can be: one field, and an answer that follows it. */
function Page() {
  const [text, setText] = useState('');
  return (
    <label>
      Text <input value={text} onChange={(event) => setText(event.target.value)} />
      <output>{text}</output>
    </label>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<Page />);
