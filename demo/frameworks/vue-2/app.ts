import Vue from 'vue';
import type { KfMenuComposer, KfSentEvent, MsgMenu } from 'wecom-kf-elements';
import 'wecom-kf-elements';
import { menu, product } from '../shared/given.js';

Vue.config.ignoredElements = [/^kf-/];

/** `:value` writes an attribute, so it is JSON; `.prop` sets a property. Vue 2 makes what is in `data` reactive: Object.freeze it. */
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
      <kf-menu-composer :value="JSON.stringify(value)" @input="input"></kf-menu-composer>
      <kf-product-card :product.prop="product"></kf-product-card>
      <p role="status">{{ said }}</p>
      <pre>{{ value.head_content }}</pre>
    </kf-bridge>`,
});
