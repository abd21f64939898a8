import '@angular/compiler';
import { Component, CUSTOM_ELEMENTS_SCHEMA, provideZonelessChangeDetection, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import type { KfMenuComposer, KfSentEvent } from 'wecom-kf-elements';
import 'wecom-kf-elements';
import { menu, product } from '../shared/given.js';

class AppRoot {
  readonly value = signal(menu);
  readonly said = signal('');
  readonly product = product;

  input({ target }: Event): void {
    this.value.set((target as KfMenuComposer).value);
  }

  sent(event: Event): void {
    this.said.set(`sent through ${(event as KfSentEvent).detail.receipt.channel}`);
  }
}

Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <kf-bridge (kf-sent)="sent($event)">
      <kf-menu-composer [value]="value()" (input)="input($event)"></kf-menu-composer>
      <kf-product-card [product]="product"></kf-product-card>
      <p role="status">{{ said() }}</p>
      <pre>{{ value().head_content }}</pre>
    </kf-bridge>
  `,
})(AppRoot);

bootstrapApplication(AppRoot, { providers: [provideZonelessChangeDetection()] }).catch(console.error);
