import { NumberedHost } from './numbered-host.js';

/** Tells where it is only when the test says so. */
export class SlowHost extends NumberedHost {
  connect: () => void = () => undefined;
  private readonly connected = new Promise<void>(resolve => (this.connect = resolve));

  override async invoke(api: string, params: object): Promise<unknown> {
    if (api === 'getContext') await this.connected;
    return super.invoke(api, params);
  }
}
