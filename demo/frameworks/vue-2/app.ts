import Vue from 'vue';
import type { KfMenuComposer, KfSentEvent, MsgMenu } from 'wecom-kf-elements';
import 'wecom-kf-elements';
import { menu, product } from '../shared/given.js';

Vue.config.ignoredElements = [/^kf-/];

/** `.prop` sets a property; Vue 2 makes a text of one that is called `value`, so it is JSON. It makes what is in `data` reactive: Object.freeze it. */
new Vue({
  el: '#app',
  data: { value: menu, said: '', product: Object.freeze(product) },
  methods: {
    input({ target }: InputEvent) {
      (this as unknown as { value: MsgMenu }).value = (target as KfMenuComposer).value;
    },
    sent({ detail }: KfSentEvent) {
      (this as unknown as { said: string }).said = `sent through ${detail.receipt.channel}`;
    },
  },
  template: `
    <kf-bridge @kf-sent="sent">
      <kf-menu-composer :value.prop="JSON.stringify(value)" @input="input"></kf-menu-composer>
      <kf-product-card :product.prop="product"></kf-product-card>
      <p role="status">{{ said }}</p>
      <pre>{{ value.head_content }}</pre>
    </kf-bridge>`,
});
