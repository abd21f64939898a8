import { createSignal } from 'solid-js';
import { render } from 'solid-js/web';
import 'wecom-kf-elements';
import type {} from 'wecom-kf-elements/jsx';
import { menu, product } from '../shared/given.js';

function App() {
  const [value, setValue] = createSignal(menu);
  const [said, setSaid] = createSignal('');
  return (
    <kf-bridge on:kf-sent={event => setSaid(`sent through ${event.detail.receipt.channel}`)}>
      <kf-menu-composer prop:value={value()} on:input={event => setValue(event.currentTarget.value)} />
      <kf-product-card prop:product={product} />
      <p role="status">{said()}</p>
      <pre>{value().head_content}</pre>
    </kf-bridge>
  );
}

render(() => <App />, document.querySelector('#app')!);
