import { StrictMode, useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { KfBridge, KfMenuComposer, KfProductCard, KfSentEvent } from 'wecom-kf-elements';
import 'wecom-kf-elements';
import type {} from 'wecom-kf-elements/jsx';
import { menu, product } from '../shared/given.js';

/** React 18 writes every property of a custom element as an attribute and knows none of its events: a ref does both. */
function App() {
  const bridge = useRef<KfBridge>(null);
  const composer = useRef<KfMenuComposer>(null);
  const card = useRef<KfProductCard>(null);
  const [value, setValue] = useState(menu);
  const [said, setSaid] = useState('');

  useEffect(() => {
    composer.current!.value = value;
  }, [value]);
  useEffect(() => {
    card.current!.product = product;
    const sent = ({ detail }: KfSentEvent) => setSaid(`sent through ${detail.receipt.channel}`);
    const input = () => setValue(composer.current!.value);
    const [here, written] = [bridge.current!, composer.current!];
    here.addEventListener('kf-sent', sent);
    written.addEventListener('input', input);
    return () => {
      here.removeEventListener('kf-sent', sent);
      written.removeEventListener('input', input);
    };
  }, []);

  return (
    <kf-bridge ref={bridge}>
      <kf-menu-composer ref={composer} />
      <kf-product-card ref={card} />
      <p role="status">{said}</p>
      <pre>{value.head_content}</pre>
    </kf-bridge>
  );
}

createRoot(document.querySelector('#app')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
