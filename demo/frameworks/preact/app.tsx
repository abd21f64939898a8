import { render } from 'preact';
import { useState } from 'preact/hooks';
import 'wecom-kf-elements';
import type {} from 'wecom-kf-elements/jsx';
import { menu, product } from '../shared/given.js';

function App() {
  const [value, setValue] = useState(menu);
  const [said, setSaid] = useState('');
  return (
    <kf-bridge onkf-sent={event => setSaid(`sent through ${event.detail.receipt.channel}`)}>
      <kf-menu-composer value={value} oninput={event => setValue(event.currentTarget.value)} />
      <kf-product-card product={product} />
      <p role="status">{said}</p>
      <pre>{value.head_content}</pre>
    </kf-bridge>
  );
}

render(<App />, document.querySelector('#app')!);
