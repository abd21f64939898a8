import { nextFrame } from '@open-wc/testing';
import { emulateMedia, executeServerCommand, sendMouse } from '@web/test-runner-commands';
import type { ComposerPage } from './composer-page.js';
import { centreOf, eventually } from './element-page.js';

type Point = readonly [x: number, y: number];

/** What a user points with. */
interface Pointer {
  down(at: Point): Promise<unknown>;
  move(to: Point): Promise<unknown>;
  up(at: Point): Promise<unknown>;
}

const pen = (type: string, [x, y]: Point): Promise<unknown> =>
  executeServerCommand('pen', [
    {
      type,
      x,
      y,
      button: type === 'mouseMoved' ? 'none' : 'left',
      buttons: type === 'mouseReleased' ? 0 : 1,
      clickCount: 1,
      pointerType: 'pen',
    },
  ]);

const touch = (type: string, ...points: Point[]) => ({ type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });

const finger = (type: string, ...points: Point[]): Promise<unknown> =>
  executeServerCommand('finger', [touch(type, ...points)]);

export const pointers: Readonly<Record<'mouse' | 'pen' | 'finger', Pointer>> = {
  mouse: {
    down: async ([x, y]) => {
      await sendMouse({ type: 'move', position: [x, y] });
      await sendMouse({ type: 'down' });
    },
    move: ([x, y]) => sendMouse({ type: 'move', position: [x, y] }),
    up: () => sendMouse({ type: 'up' }),
  },
  pen: {
    down: at => pen('mousePressed', at),
    move: to => pen('mouseMoved', to),
    up: at => pen('mouseReleased', at),
  },
  finger: {
    down: at => finger('touchStart', at),
    move: to => finger('touchMove', to),
    up: () => finger('touchEnd'),
  },
};

/** Down, on and up in one go, as fast as a swipe is. */
export const swipe = ([x, y]: Point, way: number): Promise<unknown> =>
  executeServerCommand('finger', [
    touch('touchStart', [x, y]),
    ...[0.3, 0.6, 1].map(part => touch('touchMove', [x, y + way * part])),
    touch('touchEnd'),
  ]);

/** A second finger beside the first. */
export const secondFinger = (first: Point, second: Point): Promise<unknown> => finger('touchStart', first, second);

/** Rows that don't glide: where they are after a drop, the next drag can begin. */
export function withoutMotion(): void {
  before(() => emulateMedia({ reducedMotion: 'reduce' }));
  after(() => emulateMedia({ reducedMotion: 'no-preference' }));
}

/** A drag of the nth row, step by step. */
export class Drag {
  at: Point;
  private readonly start: Point;
  private dropped = false;

  constructor(
    private readonly view: ComposerPage,
    private readonly row: number,
    private readonly pointer: Pointer = pointers.mouse,
  ) {
    this.at = this.start = centreOf(view.root.querySelectorAll('.grip')[row - 1] as Element);
  }

  /** The row that is off the others. */
  get lifted(): HTMLElement | null {
    return this.view.root.querySelector('.lifted');
  }

  private rowAt(place: number): Element {
    return this.view.root.querySelectorAll('.item')[place - 1] as Element;
  }

  /** Puts the pointer on the grip. A finger is felt only by what has been painted, and that only in front. */
  async take(): Promise<void> {
    if (this.pointer === pointers.finger) {
      await executeServerCommand('take', 'front');
      await nextFrame();
      await nextFrame();
    }
    await this.pointer.down(this.at);
  }

  /** Takes the row by its grip until it is lifted. A mouse and a pen have to go a little way for that. */
  async lift(): Promise<void> {
    await this.take();
    if (this.pointer !== pointers.finger) await this.by(5);
    await eventually('the row is lifted', () => this.lifted);
  }

  /** Goes on by so many pixels, in steps as a hand does. */
  async by(way: number): Promise<void> {
    const [x, y] = this.at;
    for (const part of [0.3, 0.6, 1]) await this.pointer.move((this.at = [x, Math.round(y + way * part)]));
  }

  /** Goes to where the row at this place was at the start. */
  async to(place: number): Promise<void> {
    const from = this.rowAt(this.row) as HTMLElement;
    const over = this.rowAt(place) as HTMLElement;
    const down = place > this.row ? over.offsetHeight - from.offsetHeight : 0;
    await this.by(this.start[1] + over.offsetTop - from.offsetTop + down - this.at[1]);
  }

  async drop(): Promise<void> {
    if (!this.dropped) await this.pointer.up(this.at);
    this.dropped = true;
    await this.view.settled();
  }
}

/** Drags the nth row to where another one is. A row that still glides, where motion can't be reduced, would be missed. */
export async function drag(view: ComposerPage, row: number, place: number, pointer?: Pointer): Promise<void> {
  const rows = Array.from(view.root.querySelectorAll('.item'));
  await Promise.all(rows.flatMap(glides => glides.getAnimations()).map(({ finished }) => finished));
  const hand = new Drag(view, row, pointer);
  await hand.lift();
  await hand.to(place);
  await hand.drop();
}
